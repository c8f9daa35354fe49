package dev.retort.profile.url;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Checks values, and refuses what the driver cannot do where leaving it aside would make the
 * connection less safe than what was asked for.
 */
final class Refusals {
  private static final Map<Keyword, Set<String>> CHOICES =
      Map.of(
          Keyword.SSLMODE,
          Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full"),
          Keyword.SSLNEGOTIATION,
          Set.of("postgres", "direct"),
          Keyword.CHANNEL_BINDING,
          Set.of("disable", "prefer", "require"),
          Keyword.GSSENCMODE,
          Set.of("disable", "allow", "prefer", "require"),
          Keyword.TARGET_SESSION_ATTRS,
          Set.of("any", "read-write", "read-only", "primary", "standby", "prefer-standby"),
          Keyword.LOAD_BALANCE_HOSTS,
          Set.of("disable", "random"),
          Keyword.KEEPALIVES,
          Set.of("0", "1"));

  /** Values that ask for nothing beyond what happens anyway. */
  private static final Map<Keyword, Set<String>> HARMLESS =
      Map.of(
          Keyword.SSLCERTMODE, Set.of("allow"),
          Keyword.SSL_MIN, Set.of("tlsv1", "tlsv1.1", "tlsv1.2"),
          Keyword.REPLICATION, Set.of("false", "off", "no", "0"));

  private Refusals() {}

  static void check(ConnectionOptions options) {
    options.values().forEach(Refusals::check);
  }

  private static void check(Keyword keyword, String value) {
    Set<String> choices = CHOICES.get(keyword);
    if (choices != null && !choices.contains(value)) {
      throw BadUrl.of(
          keyword.word() + " has no such value as the one given",
          "It takes " + String.join(", ", choices.stream().sorted().toList()) + ".");
    }
    if (keyword.use() == Keyword.Use.REFUSED
        && !HARMLESS.getOrDefault(keyword, Set.of()).contains(value.toLowerCase(Locale.ROOT))) {
      throw BadUrl.of(
          "Retort's driver cannot do what " + keyword.word() + " asks for",
          keyword == Keyword.SSLPASSWORD
              ? "Use a client key that is not encrypted, readable by you alone."
              : "Take it out if the connection is safe without it.");
    }
  }
}
