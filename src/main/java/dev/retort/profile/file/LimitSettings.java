package dev.retort.profile.file;

import dev.retort.profile.RunLimits;

/** Reads the settings that limit a run, which a project and each of its profiles may have. */
public final class LimitSettings {
  private LimitSettings() {}

  /** What a table says of them. */
  public static RunLimits read(TomlTable table) {
    return new RunLimits(
        table.duration("lock-timeout"),
        table.durationOrZero("statement-timeout"),
        table.durationOrZero("lock-wait"),
        table.count("lock-retries"),
        table.duration("lock-retry-pause"),
        table.durationOrZero("network-timeout"));
  }
}
