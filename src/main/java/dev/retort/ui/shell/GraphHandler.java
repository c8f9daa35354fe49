package dev.retort.ui.shell;

import dev.retort.engine.Project;
import dev.retort.lanes.drawing.GraphFormat;
import dev.retort.plan.Command;
import dev.retort.revision.RevisionId;
import dev.retort.ui.graph.GraphActions;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Does what is asked for in the graph. */
final class GraphHandler implements GraphActions {
  private final ProjectSession session;
  private final Background background;
  private final ReviewModel review;
  private final Inspector inspector;
  private final ActionBar actions;
  private final Writing writing;

  GraphHandler(
      ProjectSession session,
      Background background,
      ReviewModel review,
      Inspector inspector,
      ActionBar actions,
      Writing writing) {
    this.session = session;
    this.background = background;
    this.review = review;
    this.inspector = inspector;
    this.actions = actions;
    this.writing = writing;
  }

  @Override
  public void target(Command command, RevisionId revision) {
    review.ask(command, revision.value());
    actions.toTarget();
  }

  @Override
  public void openFile(RevisionId revision) {
    Optional<Path> file =
        session.projectProperty().get().flatMap((Project project) -> project.file(revision));
    file.ifPresent(
        path ->
            background.run(
                () -> FileOpener.open(session.retort().surroundings().user().os(), path),
                opened -> {},
                problem -> review.say("The file cannot be opened: " + problem.getMessage())));
  }

  @Override
  public void prove(Set<RevisionId> revisions) {
    session.roundTrips().prove(revisions);
  }

  @Override
  public void newRevision(Optional<RevisionId> parent) {
    writing.newRevision(parent);
  }

  @Override
  public void merge(List<RevisionId> revisions) {
    writing.merge(revisions);
  }

  @Override
  public void rebase(List<RevisionId> revisions) {
    writing.rebase(revisions);
  }

  @Override
  public void export(GraphFormat format) {
    writing.export(format);
  }

  @Override
  public void openInspector() {
    inspector.toContent();
  }
}
