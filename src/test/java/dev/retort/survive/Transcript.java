package dev.retort.survive;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What a client prints, and how many steps it has said that it begins. Any thread. */
final class Transcript extends OutputStream {
  /** How the line of a step begins; no other line of a run does. */
  private static final char STEP = 'R';

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean fresh = true;
  private int steps;

  @Override
  public synchronized void write(int b) {
    bytes.write(b);
    if (fresh && b == STEP) {
      steps++;
    }
    fresh = b == '\n';
  }

  @Override
  public synchronized void write(byte[] buffer, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      write(buffer[i]);
    }
  }

  synchronized int steps() {
    return steps;
  }

  @Override
  public synchronized String toString() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
