package dev.retort.revision.reading;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a revision's file says.
 *
 * @param number its leading digits, an id for want of a header. A date with dashes, as in {@code
 *     2025-01-08-091244_x}, counts as one number, {@code 20250108091244}, for a dash is not allowed
 *     in an id
 * @param words what follows, with blanks for underscores; the number where nothing follows
 */
record FileName(Optional<String> number, String words) {
  /** So many digits may be the beginning of a date with dashes. */
  private static final int YEAR = 4;

  private static final Pattern NUMBER =
      Pattern.compile("(\\d{4}([-_])\\d{2}\\2\\d{2}(?:[-_]\\d{4,6})?|\\d+)(?!\\d)");

  private static final Pattern NO_DIGITS = Pattern.compile("\\D");

  static FileName of(String name) {
    boolean sql = name.regionMatches(true, name.length() - 4, ".sql", 0, 4);
    String stem = sql ? name.substring(0, name.length() - 4) : name;
    int digits = digits(stem);
    if (digits > 0 && digits != YEAR) {
      return new FileName(
          Optional.of(stem.substring(0, digits)),
          words(stem.substring(digits), stem.substring(0, digits)));
    }
    Matcher matcher = NUMBER.matcher(stem);
    if (!matcher.lookingAt()) {
      return new FileName(Optional.empty(), words(stem, stem));
    }
    String number = NO_DIGITS.matcher(matcher.group(1)).replaceAll("");
    return new FileName(Optional.of(number), words(stem.substring(matcher.end()), number));
  }

  /** Where the digits at the beginning end. */
  private static int digits(String stem) {
    int at = 0;
    while (at < stem.length() && stem.charAt(at) >= '0' && stem.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  /** The number as a number, for sorting; minus one where there is none. */
  BigInteger order() {
    return number.map(BigInteger::new).orElse(BigInteger.ONE.negate());
  }

  private static String words(String text, String otherwise) {
    StringBuilder words = new StringBuilder(text.length());
    boolean gap = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (" \t\n\u000B\f\r_.-".indexOf(c) >= 0) {
        gap = true;
      } else {
        words.append(gap && !words.isEmpty() ? " " : "").append(c);
        gap = false;
      }
    }
    return words.isEmpty() ? otherwise : words.toString().strip();
  }
}
