package dev.retort.cli.shadow;

import dev.retort.testing.PgDatabase;

/** Shadows that tests leave on their server. */
final class Leftovers {
  private Leftovers() {}

  /** Drops all of them; tests that share a server run one after another. */
  static void drop(PgDatabase server) {
    for (String name :
        server.query("SELECT datname FROM pg_database WHERE datname LIKE 'retort\\_shadow\\_%'")) {
      server.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
  }
}
