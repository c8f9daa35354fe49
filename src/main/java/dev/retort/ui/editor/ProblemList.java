package dev.retort.ui.editor;

import dev.retort.engine.edit.Checked;
import dev.retort.problem.Problem;
import dev.retort.ui.widget.Nodes;
import dev.retort.ui.widget.sql.LineNote;
import dev.retort.ui.widget.sql.SqlEditor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is wrong with the text, line by line, under it; and with other files because of it. */
final class ProblemList extends VBox {
  /** How many problems are in sight at once. */
  private static final int ROWS = 4;

  /** How wide a letter is, rather more than less. */
  private static final double LETTER = 7;

  private final EditorModel model;
  private final EditorSource source;
  private final SqlEditor editor;
  private final Consumer<Path> other;
  private final Label count = Nodes.label("", "strong");
  private final ListView<Problem> list = new ListView<>();

  ProblemList(EditorModel model, EditorSource source, SqlEditor editor, Consumer<Path> other) {
    this.model = model;
    this.source = source;
    this.editor = editor;
    this.other = other;
    getStyleClass().add("editor-problems");
    count.setId("editor-problem-count");
    list.setId("editor-problems");
    list.setAccessibleText("Problems");
    list.getStyleClass().add("problem-list");
    list.setCellFactory(view -> new Cell());
    list.widthProperty().addListener((observable, before, now) -> fit());
    list.setOnMouseClicked(event -> open());
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            open();
            event.consume();
          }
        });
    HBox title =
        new HBox(8, count, Nodes.spacer(), Nodes.label("F8 next · Shift-F8 before", "field-help"));
    title.getStyleClass().add("problem-title");
    getChildren().addAll(title, list);
    model.checks().resultProperty().subscribe(this::show);
  }

  private void show(Checked now) {
    List<Problem> all = new ArrayList<>(now.here());
    all.addAll(now.elsewhere());
    if (!all.equals(list.getItems())) {
      list.getItems().setAll(all);
    }
    editor.note(
        now.here().stream()
            .map(
                problem ->
                    new LineNote(
                        Math.max(1, problem.line()),
                        problem.severity() == Problem.Severity.ERROR,
                        problem.words()))
            .toList());
    count.setText(words(now));
    fit();
    Nodes.show(this, !all.isEmpty());
  }

  /** As high as its first rows, so that there is room for the text. */
  private void fit() {
    list.setPrefHeight(list.getItems().stream().limit(ROWS).mapToDouble(this::heightOf).sum() + 6);
    list.setMinHeight(Region.USE_PREF_SIZE);
  }

  /** A virtual list does not ask its rows how high they are at its own width. */
  private double heightOf(Problem problem) {
    double room = Math.max(200, list.getWidth() - 150);
    return 12 + 18 * Math.ceil(problem.words().length() * LETTER / room);
  }

  private static String words(Checked now) {
    int here = now.here().size();
    int there = now.elsewhere().size();
    String words = here == 1 ? "1 problem" : "%,d problems".formatted(here);
    if (there == 0) {
      return words;
    }
    String others = there == 1 ? "1 in another file" : "%,d in other files".formatted(there);
    return here == 0 ? "Because of this, " + others : words + ", and " + others;
  }

  /** Whether nothing is wrong. */
  boolean isEmpty() {
    Checked now = model.checks().resultProperty().get();
    return now.here().isEmpty() && now.elsewhere().isEmpty();
  }

  /** Goes to the next problem of the text, or to the one before. */
  void walk(int step) {
    List<Problem> here = model.checks().resultProperty().get().here();
    if (here.isEmpty()) {
      return;
    }
    int line = editor.caretLine();
    Comparator<Problem> order = Comparator.comparingInt(Problem::line);
    Problem next =
        step > 0
            ? here.stream().filter(one -> one.line() > line).min(order).orElseGet(here::getFirst)
            : here.stream().filter(one -> one.line() < line).max(order).orElseGet(here::getLast);
    list.getSelectionModel().select(next);
    list.scrollTo(next);
    model.reveal(Math.max(1, next.line()));
  }

  private void open() {
    Problem chosen = list.getSelectionModel().getSelectedItem();
    if (chosen == null) {
      return;
    }
    if (model.checks().resultProperty().get().here().contains(chosen)) {
      model.reveal(Math.max(1, chosen.line()));
    } else {
      chosen.file().ifPresent(other);
    }
  }

  private String place(Problem problem) {
    if (model.checks().resultProperty().get().here().contains(problem)) {
      return problem.line() > 0 ? "line " + problem.line() : "file";
    }
    return problem
        .file()
        .map(file -> Names.within(source.project().getValue(), file.toAbsolutePath().normalize()))
        .orElse("project");
  }

  private final class Cell extends ListCell<Problem> {
    private final Label place = Nodes.label("", "mono");
    private final Label words = new Label();
    private final FontIcon icon = new FontIcon(Feather.X_OCTAGON);
    private final HBox line = new HBox(8, icon, place, words);

    Cell() {
      line.getStyleClass().add("problem");
      place.setMinWidth(Region.USE_PREF_SIZE);
      words.setWrapText(true);
      HBox.setHgrow(words, Priority.ALWAYS);
      // The list decides the width, the words wrap in it.
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Problem problem, boolean empty) {
      super.updateItem(problem, empty);
      if (empty || problem == null) {
        setGraphic(null);
        return;
      }
      boolean wrong = problem.severity() == Problem.Severity.ERROR;
      icon.setIconCode(wrong ? Feather.X_OCTAGON : Feather.ALERT_TRIANGLE);
      icon.getStyleClass().setAll("ikonli-font-icon", wrong ? "line-wrong" : "line-doubtful");
      place.setText(place(problem));
      words.setText(problem.words());
      setAccessibleText(place.getText() + ": " + words.getText());
      setGraphic(line);
    }

    @Override
    protected double computePrefHeight(double width) {
      return getItem() == null ? super.computePrefHeight(width) : heightOf(getItem());
    }
  }
}
