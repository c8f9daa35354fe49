package dev.retort.postgres.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Which project a database belongs to. The name has the project's folder and the one above it, to
 * be recognised, and a hash of the whole path, so that two projects never share a database. A
 * project that moves gets a new one.
 *
 * @param root the project's folder, without links
 * @param database the database's name; lower case, digits and underscores
 */
public record ProjectKey(Path root, String database) {
  private static final int LONGEST_WORDS = 48;
  private static final int HASH_DIGITS = 8;

  /** The key of a project's folder. */
  public static ProjectKey of(Path root) {
    Path real = real(root);
    String hash = HexFormat.of().formatHex(sha256(real.toString())).substring(0, HASH_DIGITS);
    int names = real.getNameCount();
    String words =
        (names == 0 ? "root" : real.subpath(Math.max(0, names - 2), names).toString())
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^_|_$", "");
    String cut = words.substring(0, Math.min(words.length(), LONGEST_WORDS));
    return new ProjectKey(real, (cut.isEmpty() ? "project" : cut) + "_" + hash);
  }

  /** Begins the names of databases of this project that are still being made. */
  String unfinishedPrefix() {
    return "unfinished_" + database.substring(database.length() - HASH_DIGITS) + "_";
  }

  /** The number of the advisory lock that whoever makes or drops the database holds. */
  long lock() {
    return Long.parseLong(database.substring(database.length() - HASH_DIGITS), 16);
  }

  private static Path real(Path root) {
    try {
      return root.toRealPath();
    } catch (IOException e) {
      return root.toAbsolutePath().normalize();
    }
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
