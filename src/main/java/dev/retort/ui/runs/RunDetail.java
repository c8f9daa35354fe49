package dev.retort.ui.runs;

import dev.retort.engine.journal.JournalEntry;
import dev.retort.engine.journal.JournalEntry.End;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.FileChoice;
import dev.retort.ui.widget.Nodes;
import dev.retort.ui.widget.sql.SqlView;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One run: the facts, and the SQL that ran. */
final class RunDetail extends BorderPane {
  private final RunsModel model;
  private final FileChoice files;
  private final SqlView sql;
  private final Label missing = Nodes.label("", "muted");
  private final StackPane body = new StackPane();
  private final Button copySql = Nodes.button("copy-run-sql", "Copy SQL");
  private final Button saveSql = Nodes.button("save-run-sql", "Save SQL…");

  RunDetail(RunsModel model, Background background, FileChoice files) {
    this.model = model;
    this.files = files;
    this.sql = new SqlView("run-sql", background);
    setId("run-detail");
    getStyleClass().addAll("panel", "run-detail");
    missing.setId("no-run-sql");
    missing.setWrapText(true);
    copySql.setGraphic(new FontIcon(Feather.COPY));
    copySql.setOnAction(event -> copySql());
    saveSql.setGraphic(new FontIcon(Feather.DOWNLOAD));
    saveSql.setOnAction(event -> save());
    setCenter(body);
    model.selectedProperty().subscribe(this::show);
    model.sqlProperty().subscribe(this::show);
  }

  private void show(Optional<JournalEntry> entry) {
    setTop(entry.map(this::facts).orElse(null));
  }

  private void show(RunsModel.Sql now) {
    copySql.setDisable(!(now instanceof RunsModel.Sql.Kept));
    saveSql.setDisable(copySql.isDisable());
    switch (now) {
      case RunsModel.Sql.Unknown unknown -> {
        missing.setText(
            model.selectedProperty().get().isPresent() ? "" : "Select a run to see what it did");
        body.getChildren().setAll(missing);
      }
      case RunsModel.Sql.Kept(String text) -> {
        sql.show(text);
        body.getChildren().setAll(sql);
      }
      case RunsModel.Sql.Missing(String why) -> {
        missing.setText(why);
        body.getChildren().setAll(missing);
      }
    }
  }

  private Node facts(JournalEntry entry) {
    Label environment =
        Nodes.chip(
            entry.where().environment().toUpperCase(Locale.ROOT),
            "environment",
            "environment-" + entry.where().environment());
    Label what = Nodes.label(RunWords.what(entry), "run-title");
    what.setId("run-what");
    what.setMinWidth(0);
    Button copy = Nodes.button("copy-run", "Copy");
    copy.setGraphic(new FontIcon(Feather.CLIPBOARD));
    copy.setAccessibleText("Copy this run in words");
    copy.setOnAction(event -> put(model.copyOfSelected(), "The run is on the clipboard."));
    HBox first =
        new HBox(
            10, what, RunTable.ending(entry), environment, Nodes.spacer(), copy, copySql, saveSql);
    first.getStyleClass().add("run-line");
    VBox facts = new VBox(6, first, line(where(entry), "muted"), line(plan(entry), "muted"));
    entry
        .end()
        .flatMap(End::message)
        .ifPresent(text -> facts.getChildren().add(line(text, "danger-text")));
    if (entry.end().isEmpty()) {
      facts
          .getChildren()
          .add(
              line(
                  "Its end was never noted: it is still under way, or the program was killed."
                      + " The database itself says where it is.",
                  "warning-text"));
    }
    facts.getStyleClass().add("run-facts");
    return facts;
  }

  private String where(JournalEntry entry) {
    return entry.where().profile()
        + (entry.where().profile().equals(entry.where().database())
            ? ""
            : " · " + entry.where().database())
        + " · "
        + RunWords.when(entry, model.zone())
        + " · by "
        + entry.who()
        + (RunWords.took(entry).isEmpty() ? "" : " · " + RunWords.took(entry));
  }

  private static String plan(JournalEntry entry) {
    int steps = entry.what().steps();
    return RunWords.way(entry)
        + " · "
        + (steps == 1 ? "1 step" : steps + " steps")
        + " · "
        + entry.what().digest();
  }

  private static Label line(String text, String style) {
    Label label = Nodes.label(text, style);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(label, Priority.ALWAYS);
    return label;
  }

  private void copySql() {
    if (model.sqlProperty().get() instanceof RunsModel.Sql.Kept(String text)) {
      put(text, "The SQL is on the clipboard.");
    }
  }

  private void put(String text, String said) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    model.say(said);
  }

  private void save() {
    model
        .selectedProperty()
        .get()
        .ifPresent(
            entry ->
                files
                    .choose(
                        "Save the SQL",
                        "%s-%s.sql"
                            .formatted(
                                entry.what().command(),
                                entry.started().toString().replace(':', '-')),
                        getScene().getWindow())
                    .ifPresent(model::exportSql));
  }
}
