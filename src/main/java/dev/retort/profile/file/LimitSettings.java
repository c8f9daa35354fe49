package dev.retort.profile.file;

import dev.retort.profile.RunLimits;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

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

  /** What they say, as settings of a new table; names as in {@link RunLimits#KEYS}. */
  static Map<String, String> write(RunLimits limits) {
    Map<String, String> settings = new LinkedHashMap<>();
    limits.lockTimeout().ifPresent(time -> settings.put("lock-timeout", words(time)));
    limits.statementTimeout().ifPresent(time -> settings.put("statement-timeout", words(time)));
    limits.lockWait().ifPresent(time -> settings.put("lock-wait", words(time)));
    limits.lockRetries().ifPresent(n -> settings.put("lock-retries", String.valueOf(n)));
    limits.longestPause().ifPresent(time -> settings.put("lock-retry-pause", words(time)));
    limits.networkTimeout().ifPresent(time -> settings.put("network-timeout", words(time)));
    return settings;
  }

  private static String words(Duration time) {
    long millis = time.toMillis();
    return millis % 1000 == 0 ? "\"" + millis / 1000 + "s\"" : "\"" + millis + "ms\"";
  }
}
