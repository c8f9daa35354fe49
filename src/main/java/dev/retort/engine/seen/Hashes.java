package dev.retort.engine.seen;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names for texts: the same text has the same name, on every machine. */
public final class Hashes {
  private static final int PART = 1 << 16;

  private Hashes() {}

  /** The name of a text. */
  public static String of(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      // A part at a time: a file of fifty megabytes is not to be there twice.
      int from = 0;
      while (from < text.length()) {
        int to = Math.min(from + PART, text.length());
        if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
          to--;
        }
        digest.update(text.substring(from, to).getBytes(StandardCharsets.UTF_8));
        from = to;
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
