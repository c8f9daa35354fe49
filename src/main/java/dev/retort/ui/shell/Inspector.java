package dev.retort.ui.shell;

import dev.retort.engine.Project;
import dev.retort.engine.seen.Changed;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.ui.graph.picture.GhostRow;
import dev.retort.ui.graph.picture.GraphRow;
import dev.retort.ui.graph.picture.RevisionRow;
import dev.retort.ui.graph.picture.RunRow;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.Nodes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;

/**
 * Beside the graph: what is selected there, be it a revision, two of them, or one without a file.
 */
final class Inspector extends StackPane {
  private final RevisionPage revision;
  private final PairPage pair;
  private final GhostPage ghost;
  private final ScrollPane ghostScroll;
  private final ObservableValue<Map<RevisionId, Changed>> edited;
  private Optional<Revision> shown = Optional.empty();
  private final Label words = Nodes.label("", "muted");

  /** Shows nothing yet. */
  Inspector(
      ProjectSession session,
      Background background,
      ReviewModel review,
      Runnable toTarget,
      Runnable identify,
      Editing editing) {
    this.edited = session.edited().editedProperty();
    edited.addListener((observable, before, now) -> shown.ifPresent(this::show));
    getStyleClass().addAll("panel", "inspector");
    // Less, and no line of SQL could be read.
    setMinWidth(336);
    revision = new RevisionPage(session, background, editing);
    pair = new PairPage(session, background);
    ghost = new GhostPage(review, toTarget, identify);
    words.setWrapText(true);
    ghostScroll = new ScrollPane(ghost);
    ghostScroll.setFitToWidth(true);
    ghostScroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    ghostScroll.getStyleClass().add("ghost-scroll");
    getChildren().addAll(words, revision, pair, ghostScroll);
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
    shown = Optional.empty();
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
        front(ghostScroll);
      }
      case RunRow row -> say(row.message() + ".\nPress Enter to show them one by one.");
    }
  }

  private void show(Revision one) {
    shown = Optional.of(one);
    revision.show(one, Optional.ofNullable(edited.getValue().get(one.id())));
    front(revision);
  }

  private void say(String text) {
    words.setText(text);
    front(words);
  }

  private void front(Node page) {
    if (!page.equals(revision)) {
      revision.leave();
    }
    if (!page.equals(pair)) {
      pair.leave();
    }
    getChildren().forEach(child -> Nodes.show(child, child.equals(page)));
  }

  /** Brings the keyboard to what is shown. */
  void toContent() {
    if (revision.isVisible()) {
      revision.toContent();
    } else if (pair.isVisible()) {
      pair.toContent();
    } else if (ghostScroll.isVisible()) {
      ghost.toContent();
    }
  }
}
