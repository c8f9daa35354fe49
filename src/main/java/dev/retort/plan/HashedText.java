package dev.retort.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Puts a text into a hash as UTF-8, its length in bytes and a colon before it. */
final class HashedText {
  /** In UTF-16 units: a statement of 50 MB is encoded in pieces, not copied whole. */
  private static final int PIECE = 1 << 16;

  private HashedText() {}

  static void add(String text, MessageDigest sha) {
    if (text.length() <= PIECE) {
      byte[] all = text.getBytes(StandardCharsets.UTF_8);
      sha.update((all.length + ":").getBytes(StandardCharsets.US_ASCII));
      sha.update(all);
      return;
    }
    long bytes = 0;
    for (int from = 0, to; from < text.length(); from = to) {
      to = end(text, from);
      bytes += text.substring(from, to).getBytes(StandardCharsets.UTF_8).length;
    }
    sha.update((bytes + ":").getBytes(StandardCharsets.US_ASCII));
    for (int from = 0, to; from < text.length(); from = to) {
      to = end(text, from);
      sha.update(text.substring(from, to).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A character of two units stays in one piece. */
  private static int end(String text, int from) {
    int to = Math.min(text.length(), from + PIECE);
    boolean splits =
        to < text.length()
            && Character.isHighSurrogate(text.charAt(to - 1))
            && Character.isLowSurrogate(text.charAt(to));
    return splits ? to - 1 : to;
  }
}
