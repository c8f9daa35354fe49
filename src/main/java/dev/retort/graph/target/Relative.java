package dev.retort.graph.target;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A target that counts steps: {@code +2}, {@code audit@-1}, {@code ae10+1}.
 *
 * @param label before the {@code @}
 * @param symbol what the steps are counted from; absent for the database's position
 * @param number as typed, with its sign
 */
record Relative(Optional<String> label, Optional<String> symbol, String number) {

  /**
   * Alembic's own pattern, which is matched at the start of the text and not against the whole of
   * it.
   */
  private static final Pattern PATTERN =
      Pattern.compile("(?:(.+?)@)?(\\w+)?([+-]\\d+)", Pattern.UNICODE_CHARACTER_CLASS);

  /** A target that counts steps, if it is one. */
  static Optional<Relative> parse(String target) {
    Matcher matcher = PATTERN.matcher(target);
    return matcher.lookingAt()
        ? Optional.of(
            new Relative(
                Optional.ofNullable(matcher.group(1)),
                Optional.ofNullable(matcher.group(2)),
                matcher.group(3)))
        : Optional.empty();
  }

  /** The steps with their sign; more than any graph has where the number is larger than an int. */
  int steps() {
    BigInteger exact = new BigInteger(number.startsWith("+") ? number.substring(1) : number);
    return exact
        .max(BigInteger.valueOf(-Integer.MAX_VALUE))
        .min(BigInteger.valueOf(Integer.MAX_VALUE))
        .intValue();
  }
}
