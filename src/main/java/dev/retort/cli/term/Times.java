package dev.retort.cli.term;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in words. */
public final class Times {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private Times() {}

  /** A length of time: {@code 12 ms}, {@code 1.2 s}, {@code 2 min 5 s}. */
  public static String words(Duration time) {
    long millis = time.toMillis();
    if (millis < 1000) {
      return millis + " ms";
    }
    if (millis < 60_000) {
      return String.format(Locale.ROOT, "%.1f s", Math.floor(millis / 100.0) / 10);
    }
    return time.toMinutes() + " min " + time.toSecondsPart() + " s";
  }

  /** A point in time, in the reader's own time zone. */
  public static String words(Instant instant) {
    return MINUTES.format(instant.atZone(ZoneId.systemDefault()));
  }
}
