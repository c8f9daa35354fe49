package dev.retort.execute.state;

import dev.retort.plan.Direction;
import dev.retort.revision.RevisionId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The mark of a step that is not transactional and has not ended: left before each of its
 * statements, removed with its version write. One that is found when nothing runs tells where a run
 * stopped.
 *
 * @param revision the step's revision
 * @param direction which way it went
 * @param statement 0-based index of the statement that was about to run; the ones before it are
 *     done, it may be done, the ones after it are not
 * @param statements how many statements the step has
 * @param hash SHA-256 over the step's statements, to tell whether the file is still the same
 * @param started when the step began
 */
public record Interruption(
    RevisionId revision,
    Direction direction,
    int statement,
    int statements,
    String hash,
    Instant started) {

  /** The same mark, further on. */
  public Interruption at(int next) {
    return new Interruption(revision, direction, next, statements, hash, started);
  }

  /** In words: what was under way and how far it came. */
  public String display() {
    return direction.word()
        + " of "
        + revision
        + ", begun "
        + started.truncatedTo(ChronoUnit.SECONDS)
        + ", reached statement "
        + (statement + 1)
        + " of "
        + statements;
  }
}
