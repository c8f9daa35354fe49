package dev.retort.profile.file;

import java.io.IOException;
import java.io.StringReader;

/** Knows which line was read last; the parser reads character by character. */
final class CountingReader extends StringReader {
  private int lineEnds;
  private boolean lastWasLineEnd;

  CountingReader(String text) {
    super(text);
  }

  @Override
  public int read() throws IOException {
    int c = super.read();
    if (c >= 0) {
      lastWasLineEnd = c == '\n';
      lineEnds += lastWasLineEnd ? 1 : 0;
    }
    return c;
  }

  /** The 1-based line of the last character read; a line's end belongs to the line. */
  int line() {
    return lineEnds + (lastWasLineEnd ? 0 : 1);
  }
}
