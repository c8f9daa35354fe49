package dev.retort.ui.schema;

import dev.retort.engine.Project;
import dev.retort.revision.RevisionId;
import dev.retort.schema.Snapshot;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.session.ShadowLane;
import dev.retort.ui.task.Background;
import dev.retort.ui.task.Inquiry;
import java.util.List;
import java.util.Optional;

/** How the schema at one revision differs from that at another. */
public final class BetweenModel {
  private final ProjectSession session;
  private final Inquiry<ChangedSchema> inquiry;
  private Optional<Pair> wanted = Optional.empty();

  private record Pair(RevisionId from, RevisionId to) {}

  /** Asks nothing yet. */
  public BetweenModel(ProjectSession session, Background background) {
    this.session = session;
    this.inquiry = new Inquiry<>(background);
    session.projectProperty().addListener((observable, before, now) -> ask());
  }

  /** Asks how two revisions differ. */
  public void show(RevisionId from, RevisionId to) {
    Optional<Pair> pair = Optional.of(new Pair(from, to));
    if (!pair.equals(wanted)) {
      wanted = pair;
      ask();
    }
  }

  /** Leaves off. */
  public void leave() {
    wanted = Optional.empty();
    ask();
  }

  private void ask() {
    Optional<Project> project = session.projectProperty().get();
    if (wanted.isEmpty()
        || project.flatMap(on -> on.graph().find(wanted.get().from())).isEmpty()
        || project.flatMap(on -> on.graph().find(wanted.get().to())).isEmpty()) {
      inquiry.forget();
      return;
    }
    RevisionId from = wanted.get().from();
    RevisionId to = wanted.get().to();
    ShadowLane lane = session.shadows().schemas();
    inquiry.ask(
        "Working out the schemas at " + from + " and " + to + "…",
        (progress, cancellation) ->
            lane.ask(
                shadows -> {
                  Snapshot before = shadows.at(List.of(from), cancellation);
                  Snapshot after = shadows.at(List.of(to), cancellation);
                  return ChangedSchema.of(
                      "at " + from, before, "at " + to, after, Optional.empty());
                },
                progress,
                cancellation));
  }

  /** The question. */
  Inquiry<ChangedSchema> inquiry() {
    return inquiry;
  }
}
