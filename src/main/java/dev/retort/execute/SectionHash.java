package dev.retort.execute;

import dev.retort.plan.PlannedStatement;
import dev.retort.plan.Step;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over a step's statements, for the mark of a step that did not end. */
final class SectionHash {
  private SectionHash() {}

  static String of(Step step) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (PlannedStatement statement : step.statements()) {
        byte[] sql = statement.sql().getBytes(StandardCharsets.UTF_8);
        sha.update((sql.length + ":").getBytes(StandardCharsets.US_ASCII));
        sha.update(sql);
      }
      return "sha256:" + HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
