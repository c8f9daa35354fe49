package dev.retort.plan;

import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/**
 * The ordered steps from the current heads to a target. Immutable; what preview shows and what the
 * executor runs.
 *
 * @param command what it was made for
 * @param targets as typed
 * @param purge whether a stamp empties the table first
 * @param headsBefore the rows of the version table it starts from, in the table's own order
 * @param headsAfter the rows it ends with, sorted
 * @param steps in the order in which they run; empty where there is nothing to do
 * @param notes what the reader should know
 * @param digest of all that was reviewed
 * @param resumption how the first step goes on with one that stopped midway, if it does
 */
public record Plan(
    Command command,
    List<String> targets,
    boolean purge,
    List<RevisionId> headsBefore,
    List<RevisionId> headsAfter,
    List<Step> steps,
    List<Note> notes,
    Digest digest,
    Optional<Resumption> resumption) {

  /** Copies the lists. */
  public Plan {
    targets = List.copyOf(targets);
    headsBefore = List.copyOf(headsBefore);
    headsAfter = List.copyOf(headsAfter);
    steps = List.copyOf(steps);
    notes = List.copyOf(notes);
  }

  /** A plan that goes on with nothing. */
  public Plan(
      Command command,
      List<String> targets,
      boolean purge,
      List<RevisionId> headsBefore,
      List<RevisionId> headsAfter,
      List<Step> steps,
      List<Note> notes,
      Digest digest) {
    this(command, targets, purge, headsBefore, headsAfter, steps, notes, digest, Optional.empty());
  }

  /** The same plan with other notes, which are not part of its digest. */
  public Plan withNotes(List<Note> others) {
    return new Plan(
        command, targets, purge, headsBefore, headsAfter, steps, others, digest, resumption);
  }
}
