package dev.retort.revision.writing;

import dev.retort.revision.RevisionId;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How new revisions get their ids: {@code revision-id} in the configuration. */
public enum IdScheme {
  /**
   * The highest number there is and one more, as wide: 0022 after 0021. Where the highest is a
   * time, as dbmate numbers its files, the next is the time now.
   */
  SEQUENTIAL,
  /** Twelve random hexadecimal digits, as Alembic's. */
  HEX;

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final Comparator<String> BY_NUMBER_THEN_WIDTH =
      Comparator.comparing((String id) -> new BigInteger(id)).thenComparingInt(String::length);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

  /** The scheme of a configuration's word; empty where there is none. */
  public static Optional<IdScheme> of(String word) {
    return switch (word) {
      case "sequential" -> Optional.of(SEQUENTIAL);
      case "hex" -> Optional.of(HEX);
      default -> Optional.empty();
    };
  }

  /**
   * An id that no revision has.
   *
   * @param existing the ids of all revisions
   * @param now the time at which the new revision is made
   */
  public RevisionId next(Collection<RevisionId> existing, ZonedDateTime now) {
    return switch (this) {
      case SEQUENTIAL -> new RevisionId(sequential(existing, now));
      case HEX -> hex(existing);
    };
  }

  private static String sequential(Collection<RevisionId> existing, ZonedDateTime now) {
    Optional<String> highest =
        existing.stream()
            .map(RevisionId::value)
            .filter(id -> NUMBER.matcher(id).matches())
            .max(BY_NUMBER_THEN_WIDTH);
    if (highest.isEmpty()) {
      return "0001";
    }
    BigInteger next = new BigInteger(highest.get()).add(BigInteger.ONE);
    if (isTime(highest.get())) {
      next = next.max(new BigInteger(TIME.format(now)));
    }
    String digits = next.toString();
    return "0".repeat(Math.max(0, highest.get().length() - digits.length())) + digits;
  }

  private static boolean isTime(String number) {
    try {
      return number.length() == 14 && TIME.parse(number) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static RevisionId hex(Collection<RevisionId> existing) {
    SecureRandom random = new SecureRandom();
    RevisionId id;
    do {
      id = new RevisionId(String.format("%012x", random.nextLong(1L << 48)));
    } while (existing.contains(id));
    return id;
  }
}
