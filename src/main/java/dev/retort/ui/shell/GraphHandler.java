package dev.retort.ui.shell;

import dev.retort.engine.Project;
import dev.retort.lanes.drawing.GraphFormat;
import dev.retort.plan.Command;
import dev.retort.revision.RevisionId;
import dev.retort.ui.graph.GraphActions;
import dev.retort.ui.session.ProjectSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Does what is asked for in the graph. */
final class GraphHandler implements GraphActions {
  private final ProjectSession session;
  private final ReviewModel review;
  private final Inspector inspector;
  private final ActionBar actions;
  private final Editing editing;
  private final FileOpener opener;
  private final Writing writing;

  GraphHandler(
      ProjectSession session,
      ReviewModel review,
      Inspector inspector,
      ActionBar actions,
      Editing editing,
      Writing writing,
      FileOpener opener) {
    this.session = session;
    this.review = review;
    this.inspector = inspector;
    this.actions = actions;
    this.editing = editing;
    this.opener = opener;
    this.writing = writing;
  }

  @Override
  public void target(Command command, RevisionId revision) {
    review.ask(command, revision.value());
    actions.toTarget();
  }

  @Override
  public void openFile(RevisionId revision) {
    file(revision).ifPresent(opener::open);
  }

  @Override
  public void edit(RevisionId revision) {
    file(revision).ifPresent(file -> editing.edit(file, 0));
  }

  private Optional<Path> file(RevisionId revision) {
    return session.projectProperty().get().flatMap((Project project) -> project.file(revision));
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
  public void squash(List<RevisionId> ends) {
    writing.squash(ends);
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
