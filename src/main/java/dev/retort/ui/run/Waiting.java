package dev.retort.ui.run;

import dev.retort.execute.state.SessionInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a run waits for at the moment, and who is in the way. */
public sealed interface Waiting {

  /** For nothing: it is at work, or is not running at all. */
  record Nothing() implements Waiting {}

  /** For another run on the same database. */
  record Turn(Optional<SessionInfo> holder, Instant since, Duration limit) implements Waiting {}

  /** For locks that others hold, with a statement sent. */
  record Locks(List<SessionInfo> by, Instant since) implements Waiting {}

  /**
   * For a while, before another attempt.
   *
   * @param attempt 1 for the first that failed
   * @param since when the pause began
   */
  record Pause(
      int attempt, int attempts, String reason, List<SessionInfo> by, Instant since, Duration pause)
      implements Waiting {}

  /** What it is, in a few words; empty for nothing. */
  default String title() {
    return switch (this) {
      case Nothing() -> "";
      case Turn turn -> "Another run is under way on this database";
      case Locks locks -> "The statement waits for a lock";
      case Pause pause -> "Attempt " + pause.attempt() + " of " + pause.attempts() + " gave way";
    };
  }

  /** Who is in the way, as far as is known. */
  default List<SessionInfo> sessions() {
    return switch (this) {
      case Nothing() -> List.of();
      case Turn turn -> turn.holder().stream().toList();
      case Locks locks -> locks.by();
      case Pause pause -> pause.by();
    };
  }

  /** How long it lasts already, or still. */
  default String time(Instant now) {
    return switch (this) {
      case Nothing() -> "";
      case Turn turn ->
          "waiting for "
              + seconds(Duration.between(turn.since(), now))
              + ", giving up after "
              + seconds(turn.limit());
      case Locks locks -> "for " + seconds(Duration.between(locks.since(), now));
      case Pause pause ->
          "again in "
              + seconds(Duration.between(now, pause.since().plus(pause.pause())).plusMillis(999));
    };
  }

  /** How much of the time is over, from 0 to 1; -1 where no end is known. */
  default double share(Instant now) {
    return switch (this) {
      case Nothing() -> -1;
      case Turn turn -> share(turn.since(), now, turn.limit());
      case Locks locks -> -1;
      case Pause pause -> share(pause.since(), now, pause.pause());
    };
  }

  private static double share(Instant since, Instant now, Duration whole) {
    double millis = Math.max(1, whole.toMillis());
    return Math.clamp(Duration.between(since, now).toMillis() / millis, 0, 1);
  }

  private static String seconds(Duration time) {
    long seconds = Math.max(0, time.toSeconds());
    return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }
}
