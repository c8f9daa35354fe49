package dev.retort.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.ui.SameThread;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryTest {
  private static final Trouble OUT_OF_REACH = new Trouble("connection-refused", "gone", "", true);
  private static final Trouble REFUSED = new Trouble("password", "wrong", "", false);

  private final SameThread background = new SameThread();
  private int attempts;
  private final Recovery recovery =
      new Recovery(
          background,
          () -> {
            attempts++;
          });

  @Test
  void attemptsAreEverRarer() {
    for (int pause : List.of(2, 4, 8, 15, 30, 60, 60)) {
      int before = attempts;
      recovery.failed(OUT_OF_REACH);
      assertEquals(pause, recovery.secondsProperty().get());
      for (int second = 0; second < pause; second++) {
        assertEquals(before, attempts, "not before its time");
        assertEquals(List.of(Duration.ofSeconds(1)), background.waiting());
        background.elapse();
      }
      assertEquals(before + 1, attempts);
    }
  }

  @Test
  void successBeginsAnew() {
    recovery.failed(OUT_OF_REACH);
    recovery.failed(OUT_OF_REACH);
    assertEquals(4, recovery.secondsProperty().get());
    recovery.over();
    assertEquals(List.of(), background.waiting());
    recovery.failed(OUT_OF_REACH);
    assertEquals(2, recovery.secondsProperty().get());
  }

  @Test
  void anAttemptByHandCallsTheNextOneOff() {
    recovery.failed(OUT_OF_REACH);
    recovery.trying();
    background.elapse();
    assertEquals(0, attempts);
    assertEquals(0, recovery.secondsProperty().get());
  }

  @Test
  void aPasswordIsNeverTriedAgainByItself() {
    recovery.failed(OUT_OF_REACH);
    recovery.failed(REFUSED);
    assertEquals(0, recovery.secondsProperty().get());
    assertEquals(List.of(), background.waiting());
  }
}
