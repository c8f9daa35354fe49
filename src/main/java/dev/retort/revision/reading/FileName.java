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
  private static final Pattern NUMBER =
      Pattern.compile("(\\d{4}([-_])\\d{2}\\2\\d{2}(?:[-_]\\d{4,6})?|\\d+)(?!\\d)");

  private static final Pattern NO_DIGITS = Pattern.compile("\\D");
  private static final Pattern GAPS = Pattern.compile("[\\s_.-]+");

  static FileName of(String name) {
    boolean sql = name.regionMatches(true, name.length() - 4, ".sql", 0, 4);
    String stem = sql ? name.substring(0, name.length() - 4) : name;
    Matcher matcher = NUMBER.matcher(stem);
    if (!matcher.lookingAt()) {
      return new FileName(Optional.empty(), words(stem, stem));
    }
    String number = NO_DIGITS.matcher(matcher.group(1)).replaceAll("");
    return new FileName(Optional.of(number), words(stem.substring(matcher.end()), number));
  }

  /** The number as a number, for sorting; minus one where there is none. */
  BigInteger order() {
    return number.map(BigInteger::new).orElse(BigInteger.ONE.negate());
  }

  private static String words(String text, String otherwise) {
    String words = GAPS.matcher(text).replaceAll(" ").strip();
    return words.isEmpty() ? otherwise : words;
  }
}
