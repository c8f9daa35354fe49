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
import dev.retort.ui.widget.OnDemand;
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
  private final OnDemand<RevisionPage> revision;
  private final OnDemand<PairPage> pair;
  private final OnDemand<Ghost> ghost;
  private final ObservableValue<Map<RevisionId, Changed>> edited;
  private Optional<Revision> shown = Optional.empty();
  private Runnable toContent = () -> {};
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
    revision = new OnDemand<>(() -> new RevisionPage(session, background, editing));
    pair = new OnDemand<>(() -> new PairPage(session, background));
    ghost = new OnDemand<>(() -> Ghost.of(new GhostPage(review, toTarget, identify)));
    words.setWrapText(true);
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
        pair.get().show(known.get(0), known.get(1), pairWords);
        front(pair.get(), pair.get()::toContent);
      } else {
        say(pairWords);
      }
      return;
    }
    switch (rows.isEmpty() ? null : rows.getFirst()) {
      case null -> say("Select a revision to read its SQL");
      case RevisionRow row -> known.forEach(this::show);
      case GhostRow row -> {
        ghost.get().page().show(row, project);
        front(ghost.get().scroll(), ghost.get().page()::toContent);
      }
      case RunRow row -> say(row.message() + ".\nPress Enter to show them one by one.");
    }
  }

  private void show(Revision one) {
    shown = Optional.of(one);
    revision.get().show(one, Optional.ofNullable(edited.getValue().get(one.id())));
    front(revision.get(), revision.get()::toContent);
  }

  private void say(String text) {
    words.setText(text);
    front(words, () -> {});
  }

  private void front(Node page, Runnable toContent) {
    this.toContent = toContent;
    if (!revision.is(page)) {
      revision.ifMade(RevisionPage::leave);
    }
    if (!pair.is(page)) {
      pair.ifMade(PairPage::leave);
    }
    if (!getChildren().contains(page)) {
      getChildren().add(page);
    }
    getChildren().forEach(child -> Nodes.show(child, child.equals(page)));
  }

  /** Brings the keyboard to what is shown. */
  void toContent() {
    toContent.run();
  }

  /** A revision without a file has much to say, which a low window shows by and by. */
  private record Ghost(GhostPage page, ScrollPane scroll) {
    static Ghost of(GhostPage page) {
      ScrollPane scroll = new ScrollPane(page);
      scroll.setFitToWidth(true);
      scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
      scroll.getStyleClass().add("ghost-scroll");
      return new Ghost(page, scroll);
    }
  }
}
