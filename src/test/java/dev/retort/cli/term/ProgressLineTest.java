package dev.retort.cli.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.testing.PgDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final String CLEAR = "\r\u001b[K";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Test
  void whatTakesLongIsSaidAndTakenAwayAgain() {
    try (ProgressLine line = line(Duration.ZERO)) {
      line.begin("statement 2 of 5");
      PgDatabase.await(
          "the line appears", () -> text().startsWith(CLEAR + "statement 2 of 5  0 ms"));
      line.clear();
      assertTrue(text().endsWith(CLEAR));
    }
  }

  @Test
  void theLineFitsTheTerminal() {
    try (ProgressLine line = line(Duration.ZERO)) {
      line.begin("x".repeat(500));
      PgDatabase.await("the line appears", () -> text().endsWith("s"));
    }
    String shown = text().substring(CLEAR.length(), text().indexOf(CLEAR, 1));
    assertEquals(79, shown.length());
    assertTrue(shown.endsWith("…  0 ms"), shown);
  }

  @Test
  void nothingIsSaidOfWhatIsQuick() {
    try (ProgressLine line = line(Duration.ofDays(1))) {
      line.begin("statement 2 of 5");
    }
    assertEquals("", text());
  }

  @Test
  void withoutATerminalItDoesNothing() {
    try (ProgressLine line = new ProgressLine(Optional.empty(), Duration.ZERO)) {
      line.begin("statement 2 of 5");
      assertFalse(line.live());
    }
    assertEquals("", text());
  }

  private ProgressLine line(Duration worthSaying) {
    return new ProgressLine(
        Optional.of(new PrintStream(bytes, true, StandardCharsets.UTF_8)), worthSaying);
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
