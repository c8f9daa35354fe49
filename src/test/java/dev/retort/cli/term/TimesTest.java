package dev.retort.cli.term;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "999, 999 ms",
    "1000, 1.0 s",
    "1999, 1.9 s",
    "59999, 59.9 s",
    "60000, 1 min 0 s",
    "3725000, 62 min 5 s"
  })
  void timesAreNeverRoundedUp(long millis, String words) {
    assertEquals(words, Times.words(Duration.ofMillis(millis)));
  }
}
