package dev.retort.lanes;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the dates that Alembic and Retort write into revisions: {@code 2025-01-08
 * 09:12:44.220737+00:00}, where the fraction and the offset may be missing, and a {@code T} may
 * stand for the blank. A date that cannot be read is no date: it orders rows and nothing else.
 */
final class CreateDate {
  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("[ ]['T']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[ ][XXX][X]")
          .optionalEnd()
          .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
          .toFormatter();

  private CreateDate() {}

  /** Microseconds since the epoch, the time taken as UTC where no offset is given. */
  static OptionalLong micros(Optional<String> written) {
    if (written.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      TemporalAccessor parsed = FORMAT.parse(written.get().strip());
      boolean hasOffset = parsed.isSupported(ChronoField.OFFSET_SECONDS);
      ZoneOffset offset = hasOffset ? ZoneOffset.from(parsed) : ZoneOffset.UTC;
      long seconds = LocalDateTime.from(parsed).toEpochSecond(offset);
      return OptionalLong.of(
          Math.addExact(
              Math.multiplyExact(seconds, 1_000_000L), parsed.get(ChronoField.MICRO_OF_SECOND)));
    } catch (DateTimeException | ArithmeticException notADate) {
      return OptionalLong.empty();
    }
  }
}
