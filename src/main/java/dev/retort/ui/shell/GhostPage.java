package dev.retort.ui.shell;

import dev.retort.engine.Project;
import dev.retort.plan.Command;
import dev.retort.ui.graph.picture.DatabaseMark;
import dev.retort.ui.graph.picture.GhostRow;
import dev.retort.ui.widget.Nodes;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.VBox;

/**
 * A revision that a database has and the files lack: what that means, and the two things to do
 * about it.
 */
final class GhostPage extends VBox {
  private final ReviewModel review;
  private final Runnable toTarget;
  private final Label id = Nodes.label("", "mono", "inspector-id");
  private final Label means = Nodes.wrapped("");
  private final Label placement = Nodes.label("", "muted");
  private final Label search = Nodes.label("", "mono", "code-line");
  private final Button stamp = Nodes.button("stamp-instead", "Choose what to stamp");
  private final Button find = Nodes.button("ghost-identify", "Find it out", "accent");
  private String asked = "";

  /**
   * A page about no revision yet.
   *
   * @param identify finds out which revision the database really matches
   */
  GhostPage(ReviewModel review, Runnable toTarget, Runnable identify) {
    this.review = review;
    this.toTarget = toTarget;
    setId("ghost-page");
    getStyleClass().add("inspector-page");
    placement.setWrapText(true);
    search.setId("ghost-search");
    search.setWrapText(true);
    search.setMaxWidth(Double.MAX_VALUE);
    Button copy = Nodes.button("copy-search", "Copy this search");
    copy.setOnAction(
        event -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, asked)));
    stamp.setOnAction(event -> chooseStamp());
    find.setOnAction(event -> identify.run());
    getChildren()
        .addAll(
            id,
            Nodes.label("Missing from the files", "inspector-message", "danger-text"),
            means,
            placement,
            title("1  Find out which revision the database really matches"),
            Nodes.wrapped(
                "Its schema is compared with what every revision makes; the database is read and"
                    + " nothing else."),
            find,
            Nodes.wrapped(
                "Another branch or an older commit may have the file: bring it back, and everything"
                    + " works again. This finds the commits that name the revision:"),
            search,
            copy,
            title("2  Or stamp the revision that the schema matches"),
            Nodes.wrapped(
                "Stamping writes the version table and runs nothing. Do it only when you know that"
                    + " the schema is as that revision leaves it."),
            stamp);
  }

  private static Label title(String text) {
    Label title = Nodes.label(text, "ghost-title");
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    return title;
  }

  private void chooseStamp() {
    review.ask(Command.STAMP, "");
    toTarget.run();
  }

  void show(GhostRow row, Optional<Project> project) {
    String databases =
        row.databases().stream().map(DatabaseMark::profile).collect(Collectors.joining(" and "));
    id.setText(row.id().value());
    means.setText(
        "The version table of %s says %s, and no revision file has this id. Until that is settled, nothing can be planned from there."
            .formatted(databases, row.id()));
    placement.setText(row.placement());
    String folders =
        project
            .map(
                one ->
                    one.config().migrations().locations().stream()
                        .map(Path::toString)
                        .map(folder -> folder.contains(" ") ? "'" + folder + "'" : folder)
                        .collect(Collectors.joining(" ")))
            .orElse(".");
    asked = "git log --all --oneline -S'%s' -- %s".formatted(row.id(), folders);
    search.setText(asked);
  }

  /** Brings the keyboard here. */
  void toContent() {
    find.requestFocus();
  }
}
