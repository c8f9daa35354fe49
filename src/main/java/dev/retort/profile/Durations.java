package dev.retort.profile;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lengths of time as PostgreSQL's own settings write them: {@code 200ms}, {@code 5s}, {@code 1min}.
 */
public final class Durations {
  private static final Pattern FORM = Pattern.compile("(\\d{1,12})\\s*(ms|s|min|h|d)");

  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "ms", ChronoUnit.MILLIS,
          "s", ChronoUnit.SECONDS,
          "min", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS,
          "d", ChronoUnit.DAYS);

  /** PostgreSQL holds these settings in milliseconds, in 32 bits. */
  private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

  private Durations() {}

  /**
   * The length of time a text says; {@code 0} needs no unit.
   *
   * @throws ProfileException if it says none, or one that PostgreSQL cannot hold
   */
  public static Duration parse(String text) {
    String stripped = text.strip();
    if (stripped.equals("0")) {
      return Duration.ZERO;
    }
    Matcher matcher = FORM.matcher(stripped);
    if (!matcher.matches()) {
      throw bad(text, "is not a length of time");
    }
    ChronoUnit unit = UNITS.getOrDefault(matcher.group(2), ChronoUnit.MILLIS);
    Duration duration;
    try {
      duration = unit.getDuration().multipliedBy(Long.parseLong(matcher.group(1)));
    } catch (ArithmeticException e) {
      throw bad(text, "is too long");
    }
    if (duration.compareTo(LONGEST) > 0) {
      throw bad(text, "is longer than PostgreSQL's 24 days");
    }
    return duration;
  }

  private static ProfileException bad(String text, String why) {
    return new ProfileException(
        "bad-duration",
        "“" + text + "” " + why + ".",
        "Write a number and a unit: 200ms, 5s, 1min, 1h.");
  }
}
