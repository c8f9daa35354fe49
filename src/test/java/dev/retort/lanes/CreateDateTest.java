package dev.retort.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateDateTest {
  @ParameterizedTest
  @CsvSource({
    "2025-01-08 09:12:44.220737, 2025-01-08T09:12:44.220737Z",
    "2025-01-08 09:12:44, 2025-01-08T09:12:44Z",
    "2025-01-08T09:12:44Z, 2025-01-08T09:12:44Z",
    "2025-01-08 09:12:44+02:00, 2025-01-08T07:12:44Z",
    "2025-01-08 09:12:44.5-0530, 2025-01-08T14:42:44.5Z",
    "2025-01-08 09:12, 2025-01-08T09:12:00Z",
    "2025-01-08, 2025-01-08T00:00:00Z",
    "1965-05-01 12:00:00.25, 1965-05-01T12:00:00.25Z"
  })
  void datesAreReadAsAlembicWritesThem(String written, Instant meant) {
    assertThat(CreateDate.micros(Optional.of(written)))
        .hasValue(ChronoUnit.MICROS.between(Instant.EPOCH, meant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2025-13-01", "08.01.2025", "+999999999-12-31 00:00:00"})
  void whatCannotBeReadIsNoDate(String written) {
    assertThat(CreateDate.micros(Optional.of(written))).isEmpty();
  }

  @Test
  void noDateIsNoDate() {
    assertThat(CreateDate.micros(Optional.empty())).isEmpty();
  }
}
