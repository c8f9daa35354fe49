package dev.retort.cli.term;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The inside of one JSON string, written in pieces. */
final class Escaped {
  private static final int CHUNK = 8192;

  private final JsonGenerator generator;
  private final StringBuilder buffer = new StringBuilder();

  Escaped(JsonGenerator generator) {
    this.generator = generator;
  }

  /** Writes a piece; escapes are made of single UTF-16 units, so it may be cut anywhere. */
  void write(String piece) {
    try {
      for (int from = 0; from < piece.length(); from += CHUNK) {
        buffer.setLength(0);
        CharSequence part = piece.subSequence(from, Math.min(piece.length(), from + CHUNK));
        JsonStringEncoder.getInstance().quoteAsString(part, buffer);
        generator.writeRaw(buffer.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
