package dev.retort.plan;

import dev.retort.revision.RevisionId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The mark of a step that is not transactional and has not ended: it moves along with the step's
 * statements, and is removed with its version write. One that is found when nothing runs tells
 * where a run stopped, and what is known of it.
 *
 * @param revision the step's revision
 * @param direction which way it went
 * @param statement 0-based index, in its section, of the statement that was to come: the ones
 *     before it are done, the ones after it are not; the number of statements if all are done
 * @param statements how many statements the section had
 * @param reached what is known of that statement
 * @param applied hash of the statements that are done, to tell whether the file still has them
 * @param appliedEach a short hash of each of them, to tell which one was edited; empty where there
 *     are too many
 * @param sql the statement itself; absent where it is too long, or all are done
 * @param before what the statement was about to work on: the indexes there were, by name with
 *     schema; only for a concurrent statement
 * @param started when the step began, or was gone on with
 * @param who who ran it, {@code user@host}; absent where it is not known
 */
public record Interruption(
    RevisionId revision,
    Direction direction,
    int statement,
    int statements,
    Reached reached,
    String applied,
    List<String> appliedEach,
    Optional<String> sql,
    List<String> before,
    Instant started,
    Optional<String> who) {

  /** Copies the lists. */
  public Interruption {
    appliedEach = List.copyOf(appliedEach);
    before = List.copyOf(before);
  }

  /** What a mark says of the statement it stands at. */
  public enum Reached {
    /** It has not taken effect: had it, the mark would have moved on in the same transaction. */
    WAITING,
    /** It was sent, or about to be: it may or may not have taken effect. */
    UNDER_WAY;

    /** The word in JSON. */
    public String word() {
      return this == WAITING ? "waiting" : "under-way";
    }
  }

  /** Whether every statement is done, and only the version write was to come. */
  public boolean allDone() {
    return statement >= statements;
  }

  /** In words: what was under way and how far it came. */
  public String display() {
    return direction.word()
        + " of "
        + revision
        + ", begun "
        + started.truncatedTo(ChronoUnit.SECONDS)
        + who.map(name -> " by " + name).orElse("")
        + (allDone()
            ? ", had all " + statements + " statements done"
            : ", reached statement " + (statement + 1) + " of " + statements);
  }

  /** What is known of its statements, a sentence. */
  public String known() {
    if (allDone()) {
      return "All " + statements + " statements are done; the version table was still to follow.";
    }
    return switch (reached) {
      case WAITING -> done() + "; statement " + (statement + 1) + " has not taken effect.";
      case UNDER_WAY ->
          done()
              + "; statement "
              + (statement + 1)
              + " was under way, and may or may not have taken effect.";
    };
  }

  private String done() {
    return switch (statement) {
      case 0 -> "No statement is done";
      case 1 -> "Statement 1 is done";
      default -> "Statements 1 to " + statement + " are done";
    };
  }
}
