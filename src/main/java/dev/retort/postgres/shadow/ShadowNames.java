package dev.retort.postgres.shadow;

import java.security.SecureRandom;
import java.util.HexFormat;

/** What databases of shadows are called; lower case, digits and underscores, so never quoted. */
final class ShadowNames {
  /** Begins the names of those that are kept; their key follows. */
  static final String KEPT = "retort_shadow_";

  /** Begins the names of those that are worked in; 16 hexadecimal digits follow. */
  static final String WORK = "retort_shadow_work_";

  /** Begins the comment of both. */
  static final String MARK = "Retort's shadow, made to replay revisions in; last used ";

  static final String KEPT_PATTERN = "^" + KEPT + "[0-9a-f]{32}$";
  static final String WORK_PATTERN = "^" + WORK + "[0-9a-f]{16}$";

  /** The lock that is held while databases are made, kept or dropped: "retort" and a number. */
  static final long MANAGING = 0x7265746F72740001L;

  private ShadowNames() {}

  static String kept(String key) {
    return KEPT + key;
  }

  static String newWork() {
    byte[] bytes = new byte[8];
    new SecureRandom().nextBytes(bytes);
    return WORK + HexFormat.of().formatHex(bytes);
  }

  /** The number of the lock that whoever works in a database holds. */
  static long lock(String work) {
    return Long.parseUnsignedLong(work.substring(WORK.length()), 16);
  }
}
