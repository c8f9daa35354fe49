package dev.retort.plan;

/** Which way a step goes. */
public enum Direction {
  UPGRADE,
  DOWNGRADE,
  STAMP,
  CLEANUP;

  /** The word in logs and in JSON. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
