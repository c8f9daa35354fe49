package dev.retort.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over the statements of a section that are done, grown one by one. Not thread-safe. */
public final class AppliedHash {
  /** So that the mark, which is written before every statement, stays short. */
  private static final int MOST_SHORT_HASHES = 64;

  private static final int SHORT = 12;

  private final MessageDigest all = sha();
  private final List<String> each = new ArrayList<>();
  private int count;

  /** One more statement is done. */
  public void add(PlannedStatement statement) {
    HashedText.add(statement.sql(), all);
    if (count++ < MOST_SHORT_HASHES) {
      byte[] sql = statement.sql().getBytes(StandardCharsets.UTF_8);
      each.add(HexFormat.of().formatHex(sha().digest(sql)).substring(0, SHORT));
    }
  }

  /** {@code sha256:} and the hash of all of them. */
  public String value() {
    try {
      MessageDigest copy = (MessageDigest) all.clone();
      return "sha256:" + HexFormat.of().formatHex(copy.digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
    }
  }

  /** A short hash of each; empty if there are too many to be worth it. */
  public List<String> each() {
    return count <= MOST_SHORT_HASHES ? List.copyOf(each) : List.of();
  }

  /** The hash of the first statements of a section. */
  public static AppliedHash of(List<PlannedStatement> statements) {
    AppliedHash hash = new AppliedHash();
    statements.forEach(hash::add);
    return hash;
  }

  private static MessageDigest sha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
