package dev.retort.engine.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One run or stamp that was begun on this machine.
 *
 * @param run unique on this machine
 * @param started when it began
 * @param who user and host
 * @param where which database
 * @param what which plan
 * @param end how it ended; absent while it is under way, and for good if the process was killed
 */
public record JournalEntry(
    String run, Instant started, String who, Where where, What what, Optional<End> end) {

  /**
   * The database of a run.
   *
   * @param project the project's folder
   * @param profile the profile's name
   * @param environment its environment, in lower case
   * @param database {@code user@host:port/database}
   */
  public record Where(String project, String profile, String environment, String database) {}

  /**
   * The plan of a run.
   *
   * @param command {@code upgrade}, {@code downgrade} or {@code stamp}
   * @param targets as typed
   * @param from the heads before
   * @param to the heads meant
   * @param steps how many steps there were to do
   */
  public record What(
      String command,
      List<String> targets,
      List<String> from,
      List<String> to,
      String digest,
      int steps) {

    /** Copies the lists. */
    public What {
      targets = List.copyOf(targets);
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  /**
   * How a run ended.
   *
   * @param code the error's code
   * @param message the error's first line
   * @param heads the heads it left, where they are known
   */
  public record End(
      Outcome outcome,
      Duration took,
      Optional<String> code,
      Optional<String> message,
      Optional<List<String>> heads) {}

  /** How a run ended, in a word. */
  public enum Outcome {
    DONE,
    FAILED,
    CANCELLED,
    /** A guard, a lock or a changed plan stopped it before its first step. */
    REFUSED;

    /** The word in the file and in output. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
