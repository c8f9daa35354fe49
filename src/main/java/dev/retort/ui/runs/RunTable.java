package dev.retort.ui.runs;

import dev.retort.engine.journal.JournalEntry;
import dev.retort.engine.journal.JournalEntry.Outcome;
import dev.retort.ui.widget.Nodes;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The runs as rows. */
final class RunTable {
  private final TableView<JournalEntry> table;

  RunTable(RunsModel model) {
    this.table = new TableView<>(model.shown());
    table.setId("runs");
    table.setAccessibleText("Runs, newest first");
    table.getStyleClass().add("run-table");
    table.setFixedCellSize(34);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    column("When", 150, entry -> RunWords.minute(entry, model.zone()), "mono");
    column("What", 150, RunWords::what);
    column("From → to", 130, RunWords::way, "mono");
    where();
    column("By", 110, JournalEntry::who, "muted");
    column("Took", 76, RunWords::took, "muted");
    ended();
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (observable, before, now) -> model.selectedProperty().set(Optional.ofNullable(now)));
    model.selectedProperty().subscribe(now -> select(table, now));
  }

  TableView<JournalEntry> node() {
    return table;
  }

  private static void select(TableView<JournalEntry> table, Optional<JournalEntry> wanted) {
    JournalEntry now = table.getSelectionModel().getSelectedItem();
    if (wanted.isEmpty()) {
      table.getSelectionModel().clearSelection();
    } else if (!wanted.get().equals(now)) {
      table.getSelectionModel().select(wanted.get());
    }
  }

  private void column(
      String title, double width, Function<JournalEntry, String> words, String... styles) {
    TableColumn<JournalEntry, String> column = new TableColumn<>(title);
    column.setCellValueFactory(
        row -> new ReadOnlyStringWrapper(words.apply(row.getValue())).getReadOnlyProperty());
    column.setCellFactory(
        one ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable String text, boolean empty) {
                super.updateItem(text, empty);
                getStyleClass().removeAll(styles);
                getStyleClass().addAll(styles);
                setText(empty ? null : text);
                setTooltip(empty || text == null ? null : new Tooltip(text));
              }
            });
    add(column, width);
  }

  private <T> void add(TableColumn<JournalEntry, T> column, double width) {
    column.setPrefWidth(width);
    // When it was comes first, and is never cut.
    column.setMinWidth(table.getColumns().isEmpty() ? width : Math.min(64, width));
    column.setReorderable(false);
    table.getColumns().add(column);
  }

  private void where() {
    TableColumn<JournalEntry, JournalEntry> column = new TableColumn<>("Where");
    column.setCellValueFactory(
        row -> new javafx.beans.property.SimpleObjectProperty<>(row.getValue()));
    column.setCellFactory(
        one ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable JournalEntry entry, boolean empty) {
                super.updateItem(entry, empty);
                if (empty || entry == null) {
                  setText(null);
                  setGraphic(null);
                  return;
                }
                Circle dot = new Circle(4);
                dot.getStyleClass().add("dot-" + entry.where().environment());
                setGraphic(dot);
                setGraphicTextGap(8);
                setText(entry.where().profile());
                setTooltip(
                    new Tooltip(entry.where().database() + ", " + entry.where().environment()));
              }
            });
    add(column, 120);
  }

  private void ended() {
    TableColumn<JournalEntry, JournalEntry> column = new TableColumn<>("Ended");
    column.setCellValueFactory(
        row -> new javafx.beans.property.SimpleObjectProperty<>(row.getValue()));
    column.setCellFactory(
        one ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable JournalEntry entry, boolean empty) {
                super.updateItem(entry, empty);
                setText(null);
                setGraphic(empty || entry == null ? null : ending(entry));
              }
            });
    add(column, 110);
  }

  /** How a run ended, by sign, word and colour. */
  static javafx.scene.layout.HBox ending(JournalEntry entry) {
    Optional<Outcome> outcome = entry.end().map(JournalEntry.End::outcome);
    Feather sign = Feather.HELP_CIRCLE;
    String style = "ended-unknown";
    if (outcome.isPresent()) {
      switch (outcome.get()) {
        case DONE -> {
          sign = Feather.CHECK;
          style = "ended-done";
        }
        case FAILED -> {
          sign = Feather.X;
          style = "ended-failed";
        }
        case CANCELLED -> {
          sign = Feather.SLASH;
          style = "ended-unknown";
        }
        case REFUSED -> {
          sign = Feather.SHIELD;
          style = "ended-refused";
        }
      }
    }
    javafx.scene.layout.HBox line =
        new javafx.scene.layout.HBox(
            6, new FontIcon(sign), Nodes.label(RunWords.outcome(entry), "ended-word"));
    line.getStyleClass().addAll("ended", style);
    return line;
  }
}
