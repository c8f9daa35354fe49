package dev.retort.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  @Test
  void unitsArePostgresqls() {
    assertEquals(Duration.ofMillis(200), Durations.parse("200ms"));
    assertEquals(Duration.ofSeconds(5), Durations.parse(" 5 s "));
    assertEquals(Duration.ofMinutes(1), Durations.parse("1min"));
    assertEquals(Duration.ofHours(2), Durations.parse("2h"));
    assertEquals(Duration.ZERO, Durations.parse("0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "5 sec", "-5s", "1.5s", "99d", "999999999999d", "s"})
  void anythingElseIsRefused(String text) {
    assertEquals(
        "bad-duration", assertThrows(ProfileException.class, () -> Durations.parse(text)).code());
  }
}
