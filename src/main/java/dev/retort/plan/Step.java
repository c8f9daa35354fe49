package dev.retort.plan;

import dev.retort.graph.HeadChange;
import dev.retort.revision.RevisionId;
import dev.retort.revision.WayBack;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One revision in one direction, with the version-table change it makes; or one move of a stamp.
 *
 * @param revision the revision; for a stamp, where the rows end up, absent when they only go
 * @param direction which way
 * @param from what stands before the arrow in Alembic's log line, in its order
 * @param to what stands after the arrow
 * @param message the revision's message; empty for a stamp
 * @param file where the SQL comes from
 * @param transactional whether statements and version-table change are one transaction
 * @param statements what is sent, in order, verify queries last; empty for a stamp
 * @param headChange the rows it changes
 * @param headsAfter the rows of the version table once it is done, sorted
 * @param wayBack how the step's revision can be undone; {@link WayBack.Missing} for a stamp
 */
public record Step(
    Optional<RevisionId> revision,
    Direction direction,
    List<RevisionId> from,
    List<RevisionId> to,
    String message,
    Optional<Path> file,
    boolean transactional,
    List<PlannedStatement> statements,
    HeadChange headChange,
    List<RevisionId> headsAfter,
    WayBack wayBack) {

  /** Copies the lists. */
  public Step {
    from = List.copyOf(from);
    to = List.copyOf(to);
    statements = List.copyOf(statements);
    headsAfter = List.copyOf(headsAfter);
  }

  /** The same step, sending something else. */
  public Step with(List<PlannedStatement> others) {
    return new Step(
        revision,
        direction,
        from,
        to,
        message,
        file,
        transactional,
        others,
        headChange,
        headsAfter,
        wayBack);
  }
}
