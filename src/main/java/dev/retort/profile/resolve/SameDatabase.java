package dev.retort.profile.resolve;

import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.ConnectionSettings.HostPort;
import java.util.Locale;
import java.util.Set;

/** Whether two connections lead to one database, as far as their words tell. */
final class SameDatabase {
  private static final Set<String> LOCAL =
      Set.of("localhost", "127.0.0.1", "::1", "/tmp", "/var/run/postgresql");

  private SameDatabase() {}

  static boolean test(ConnectionSettings a, ConnectionSettings b) {
    return a.database().equals(b.database())
        && a.hosts().stream().anyMatch(one -> b.hosts().stream().anyMatch(two -> same(one, two)));
  }

  private static boolean same(HostPort a, HostPort b) {
    return a.port() == b.port() && plain(a.host()).equals(plain(b.host()));
  }

  private static String plain(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    String bare = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    return LOCAL.contains(bare) ? "localhost" : bare;
  }
}
