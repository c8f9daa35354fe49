package dev.retort.ui.graph;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.RevisionId;
import dev.retort.ui.graph.picture.DatabaseMark;
import dev.retort.ui.graph.picture.GraphRow;
import dev.retort.ui.graph.picture.RevisionRow;
import dev.retort.ui.widget.Nodes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Goes to a revision: to where a database is, to a head, or to one whose id or label is typed. */
final class JumpMenu {
  private static final int MOST = 12;

  private final GraphModel model;
  private final MenuButton button = new MenuButton("", new FontIcon(Feather.CORNER_DOWN_RIGHT));
  private final TextField typed = new TextField();
  private final Label answer = Nodes.label("", "muted");
  private java.util.function.IntConsumer jump = row -> {};

  JumpMenu(GraphModel model) {
    this.model = model;
    button.setId("go-to");
    button.setAccessibleText("Go to a revision");
    button.setTooltip(new Tooltip("Go to a revision (Ctrl+G)"));
    button.getStyleClass().add("button-icon");
    button.setMinWidth(MenuButton.USE_PREF_SIZE);
    typed.setId("go-to-id");
    typed.setPromptText("Id or label");
    typed.setAccessibleText("Id or label to go to");
    answer.setId("go-to-answer");
    typed.setOnAction(event -> go());
    typed.textProperty().addListener((observable, before, now) -> answer.setText(""));
    button.setOnShowing(event -> fill());
  }

  /** What goes to a row. */
  void onJump(java.util.function.IntConsumer action) {
    jump = action;
  }

  private void fill() {
    typed.clear();
    CustomMenuItem field = new CustomMenuItem(new VBox(4, typed, answer), false);
    button.getItems().setAll(field, new SeparatorMenuItem());
    int shown = 0;
    for (GraphRow row : model.pictureProperty().get().rows()) {
      boolean head = row instanceof RevisionRow revision && revision.head();
      if (shown < MOST && (head || !row.databases().isEmpty())) {
        shown++;
        MenuItem item = new MenuItem(row.id() + "  " + landmark(row, head));
        item.setOnAction(event -> model.pictureProperty().get().rowOf(row.id()).ifPresent(jump));
        button.getItems().add(item);
      }
    }
  }

  private static String landmark(GraphRow row, boolean head) {
    String at =
        row.databases().stream().map(DatabaseMark::profile).collect(Collectors.joining(", "));
    return at.isEmpty() ? "head" : at + (head ? ", head" : "");
  }

  /** Opens the menu with the keyboard in its field. */
  void open() {
    button.show();
    typed.requestFocus();
  }

  private void go() {
    Found found = find(typed.getText().strip());
    answer.setText(found.problem());
    found
        .id()
        .ifPresent(
            id -> {
              button.hide();
              model.pictureProperty().get().rowOf(id).ifPresent(jump);
            });
  }

  private record Found(Optional<RevisionId> id, String problem) {}

  private Found find(String name) {
    List<RevisionId> named = model.graph().map(graph -> matching(graph, name)).orElse(List.of());
    if (name.isEmpty() || named.isEmpty()) {
      return new Found(Optional.empty(), name.isEmpty() ? "" : "No revision “" + name + "”");
    }
    if (named.size() > 1) {
      String some =
          named.stream().limit(3).map(RevisionId::value).collect(Collectors.joining(", "));
      return new Found(Optional.empty(), named.size() + " begin like this: " + some + "…");
    }
    RevisionId id = named.getFirst();
    return model.pictureProperty().get().rowOf(id).isPresent()
        ? new Found(Optional.of(id), "")
        : new Found(Optional.empty(), id + " is not shown: the filter leaves it out");
  }

  /** By full id or label, or else by the beginning of an id, whatever the case. */
  private static List<RevisionId> matching(RevisionGraph graph, String name) {
    return graph
        .named(name)
        .map(revision -> List.of(revision.id()))
        .orElseGet(
            () ->
                graph.revisions().stream()
                    .map(revision -> revision.id())
                    .filter(id -> id.value().regionMatches(true, 0, name, 0, name.length()))
                    .toList());
  }

  /** The button that opens it. */
  MenuButton button() {
    return button;
  }
}
