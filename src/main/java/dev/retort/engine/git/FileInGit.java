package dev.retort.engine.git;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * One file, as Git knows it.
 *
 * @param state whether what is on disk is what is committed
 * @param added the commit that brought the file under its name; absent if none has it
 * @param changed the commit that changed it last, the same one if there was no other
 */
public record FileInGit(State state, Optional<Commit> added, Optional<Commit> changed) {

  /** How a file on disk stands to the last commit. */
  public enum State {
    /** As committed. */
    COMMITTED,
    /** Committed, and edited since. */
    MODIFIED,
    /** In the index, in no commit yet. */
    STAGED,
    /** Git does not know it. */
    UNTRACKED,
    /** Git is told not to look at it. */
    IGNORED
  }

  /**
   * A commit.
   *
   * @param id its whole id, 40 hexadecimal digits
   * @param author the author's name
   * @param date when it was written, in the author's own time zone
   * @param summary the first line of its message
   */
  public record Commit(String id, String author, OffsetDateTime date, String summary) {}
}
