package dev.retort.ui.shell;

import dev.retort.engine.Project;
import dev.retort.revision.Revision;
import dev.retort.ui.graph.picture.GhostRow;
import dev.retort.ui.graph.picture.GraphRow;
import dev.retort.ui.graph.picture.RevisionRow;
import dev.retort.ui.graph.picture.RunRow;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.Nodes;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/**
 * Beside the graph: what is selected there, be it a revision, two of them, or one without a file.
 */
final class Inspector extends StackPane {
  private final RevisionPage revision;
  private final PairPage pair;
  private final GhostPage ghost;
  private final Label words = Nodes.label("", "muted");

  Inspector(
      ProjectSession session,
      Background background,
      ReviewModel review,
      Runnable toTarget,
      Editing editing) {
    getStyleClass().addAll("panel", "inspector");
    revision = new RevisionPage(background, session.git().factsProperty(), editing);
    pair = new PairPage(background);
    ghost = new GhostPage(review, toTarget);
    words.setWrapText(true);
    getChildren().addAll(words, revision, pair, ghost);
    show(List.of(), "", Optional.empty());
  }

  /**
   * Shows what is selected.
   *
   * @param pairWords how two selected revisions lie to each other
   */
  void show(List<GraphRow> rows, String pairWords, Optional<Project> project) {
    List<Revision> known =
        rows.stream()
            .flatMap(row -> project.flatMap(one -> one.graph().find(row.id())).stream())
            .toList();
    if (rows.size() == 2) {
      if (known.size() == 2) {
        pair.show(known.get(0), known.get(1), pairWords);
        front(pair);
      } else {
        say(pairWords);
      }
      return;
    }
    switch (rows.isEmpty() ? null : rows.getFirst()) {
      case null -> say("Select a revision to read its SQL");
      case RevisionRow row -> known.forEach(this::show);
      case GhostRow row -> {
        ghost.show(row, project);
        front(ghost);
      }
      case RunRow row -> say(row.message() + ".\nPress Enter to show them one by one.");
    }
  }

  private void show(Revision one) {
    revision.show(one);
    front(revision);
  }

  private void say(String text) {
    words.setText(text);
    front(words);
  }

  private void front(Node page) {
    getChildren().forEach(child -> Nodes.show(child, child.equals(page)));
  }

  /** Brings the keyboard to what is shown. */
  void toContent() {
    if (revision.isVisible()) {
      revision.toContent();
    } else if (pair.isVisible()) {
      pair.toContent();
    } else if (ghost.isVisible()) {
      ghost.toContent();
    }
  }
}
