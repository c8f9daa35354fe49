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

/** The schema at one revision of the open project, and what that revision changes in it. */
public final class SchemaModel {
  private final ProjectSession session;
  private final Inquiry<SchemaAt> inquiry;
  private Optional<RevisionId> wanted = Optional.empty();

  /** Asks nothing yet. */
  public SchemaModel(ProjectSession session, Background background) {
    this.session = session;
    this.inquiry = new Inquiry<>(background);
    session.projectProperty().addListener((observable, before, now) -> ask());
  }

  /** Asks for a revision's schema; for none, leaves off. */
  public void show(Optional<RevisionId> revision) {
    if (!revision.equals(wanted)) {
      wanted = revision;
      ask();
    }
  }

  private void ask() {
    Optional<Project> project = session.projectProperty().get();
    if (wanted.isEmpty() || project.flatMap(on -> on.graph().find(wanted.get())).isEmpty()) {
      inquiry.forget();
      return;
    }
    RevisionId id = wanted.get();
    List<RevisionId> below = project.get().graph().normalizedDown(id);
    ShadowLane lane = session.shadows().schemas();
    inquiry.ask(
        "Working out the schema at " + id + "…",
        (progress, cancellation) ->
            lane.ask(
                shadows -> {
                  Snapshot before = shadows.at(below, cancellation);
                  return SchemaAt.of(before, shadows.at(List.of(id), cancellation));
                },
                progress,
                cancellation));
  }

  /** The question. */
  Inquiry<SchemaAt> inquiry() {
    return inquiry;
  }
}
