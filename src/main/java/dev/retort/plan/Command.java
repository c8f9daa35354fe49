package dev.retort.plan;

/** What a plan was made for. */
public enum Command {
  UPGRADE,
  DOWNGRADE,
  STAMP,
  /** Finishes a step that stopped midway. */
  RESUME,
  /** Takes away what a step that stopped midway left half made. */
  CLEANUP;

  /** The word on the command line and in JSON. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
