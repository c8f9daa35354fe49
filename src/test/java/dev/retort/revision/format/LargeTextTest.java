package dev.retort.revision.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A text in pieces is the text, wherever the pieces end. */
class LargeTextTest {
  private static Optional<String> read(byte[] bytes) throws IOException {
    return LargeText.read(Channels.newChannel(new ByteArrayInputStream(bytes)));
  }

  @Test
  void charactersOfEveryLengthMayLieAcrossTheEndOfAPiece() throws IOException {
    String signs = "ü→😀x";
    for (int before = 0; before < 12; before++) {
      String text = "-".repeat((1 << 18) - before) + signs.repeat(60_000) + "\n";
      assertEquals(Optional.of(text), read(text.getBytes(StandardCharsets.UTF_8)));
    }
    assertEquals(Optional.of(""), read(new byte[0]));
  }

  @Test
  void whatIsNotUtf8OrHoldsNulIsLeftToBeReported() throws IOException {
    byte[] text = "→ and more".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    assertEquals(Optional.empty(), read(Arrays.copyOf(text, text.length + 1)));
    assertEquals(Optional.empty(), read(Arrays.copyOf("→".getBytes(StandardCharsets.UTF_8), 2)));
    byte[] latin = text.clone();
    latin[700_000] = (byte) 0xFC;
    assertEquals(Optional.empty(), read(latin));
  }
}
