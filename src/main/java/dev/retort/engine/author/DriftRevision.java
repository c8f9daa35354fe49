package dev.retort.engine.author;

import dev.retort.engine.Drift;
import dev.retort.engine.Project;
import dev.retort.revision.RevisionId;
import dev.retort.schema.diff.SchemaDiff;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Turns drift into a revision: what a database has and its revisions do not make becomes the
 * upgrade of one on top of them, and the way back of it the downgrade.
 */
public final class DriftRevision {
  /** What it is called where nobody says anything better. */
  public static final String MESSAGE = "take over what was changed by hand";

  private final Project project;
  private final InstantSource clock;

  /** Revisions for a project. */
  public DriftRevision(Project project, InstantSource clock) {
    this.project = project;
    this.clock = clock;
  }

  /**
   * Writes the file. The database is left as it is.
   *
   * @throws AuthoringException if it cannot be written
   */
  public Authored write(Drift drift, String message) {
    RevisionRequest request =
        new RevisionRequest(
            message,
            drift.heads().isEmpty()
                ? List.of("base")
                : drift.heads().stream().map(RevisionId::value).toList(),
            false,
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    return new Authoring(project, clock)
        .revision(
            request,
            SchemaDiff.between(drift.expected(), drift.found()).script(),
            SchemaDiff.between(drift.found(), drift.expected()).script());
  }
}
