package dev.retort.postgres.catalog;

import dev.retort.schema.Snapshot;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Between any two schemas the statements lead, both ways; a failure names its seeds. */
@Tag("db")
@ExtendWith(PgExtension.class)
class RandomBridgeTest {
  private static final String CLEAR =
      "DROP EVENT TRIGGER IF EXISTS et; DROP PUBLICATION IF EXISTS pub; DROP OWNED BY %ROLE%"
          + " CASCADE; DROP FOREIGN DATA WRAPPER IF EXISTS wrap CASCADE; DROP SCHEMA IF EXISTS app"
          + " CASCADE; ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC; DROP SCHEMA"
          + " public CASCADE; CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO PUBLIC; ALTER"
          + " SCHEMA public OWNER TO pg_database_owner; COMMENT ON SCHEMA public IS 'standard"
          + " public schema'";

  @Test
  void betweenAFewRandomSchemasTheStatementsLeadBothWays(PgDatabase database) {
    walk(database, 410_225, 5);
  }

  @Test
  @Tag("slow")
  void betweenManyRandomSchemasTheStatementsLeadBothWays(PgDatabase database) {
    walk(
        database,
        Long.getLong("bridge.seed", new Random().nextLong(1_000_000)),
        Integer.getInteger("bridge.tries", 300));
  }

  private static void walk(PgDatabase database, long seed, int tries) {
    String role = database.role("user");
    PgDatabase copy = database.another("copy");
    List<String> failures = new ArrayList<>();
    for (long at = seed; at < seed + tries && failures.size() < 8; at++) {
      try {
        Snapshot one = make(database, 2 * at, role);
        Snapshot two = make(database, 2 * at + 1, role);
        make(copy, 2 * at, role);
        BridgeTest.lead(copy, BridgeTest.lead(copy, one, two), one);
      } catch (AssertionError e) {
        failures.add("seed " + at + ": " + e.getMessage());
      }
    }
    if (!failures.isEmpty()) {
      throw new AssertionError(String.join("\n\n", failures));
    }
  }

  private static Snapshot make(PgDatabase database, long seed, String role) {
    List<String> statements = new ArrayList<>(List.of(CLEAR.replace("%ROLE%", role)));
    statements.addAll(SchemaGenerator.schema(seed, role));
    BridgeTest.run(database, statements);
    return BridgeTest.read(database);
  }
}
