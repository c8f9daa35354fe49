package dev.retort.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.Snapshot;
import dev.retort.schema.ddl.CanonicalDdl;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * For each kind of object, two schemas: the canonical DDL of both is a fixpoint, and the statements
 * lead from nothing to each, from one to the other, back, and to nothing again, each way in one
 * transaction as far as no enum's new value is used.
 */
@Tag("db")
@ExtendWith(PgExtension.class)
class PairsTest {
  /** At which the statements once failed, and which random schemas do not have. */
  private static final String HARD = "dompart|multirange|partkey|ext|enumadduse";

  @Test
  void theStatementsLeadBetweenPairsThatAreHard(PgDatabase database) throws IOException {
    check(database, HARD);
  }

  @Test
  @Tag("slow")
  void theStatementsLeadBetweenPairsOfEveryKind(PgDatabase database) throws IOException {
    check(database, System.getProperty("pairs.only", ".*"));
  }

  private static void check(PgDatabase database, String which) throws IOException {
    int version = BridgeTest.read(database).majorVersion();
    List<String> failures = new ArrayList<>();
    PgDatabase place = database.another("first");
    Snapshot empty = BridgeTest.read(place);
    for (Pair pair : Pair.all(database.role("one"), database.role("two"))) {
      if (pair.since() > version || !pair.name().matches(which)) {
        continue;
      }
      try {
        check(place, empty, pair);
      } catch (AssertionError | RuntimeException e) {
        failures.add("* " + pair + ": " + e.getMessage());
        place = database.another("after_" + failures.size());
      }
    }
    assertThat(String.join("\n\n", failures)).isEmpty();
  }

  private static void check(PgDatabase place, Snapshot empty, Pair pair) {
    Snapshot one = made(place, pair.one(), empty);
    Snapshot other = made(place, pair.other(), empty);
    remade(place, other);
    BridgeTest.lead(place, other, empty);
    remade(place, one);
    Snapshot at = BridgeTest.lead(place, one, other);
    if (pair.back()) {
      at = BridgeTest.lead(place, at, one);
    }
    BridgeTest.lead(place, at, empty);
  }

  private static Snapshot made(PgDatabase place, String sql, Snapshot empty) {
    BridgeTest.run(place, List.of(sql));
    Snapshot snapshot = BridgeTest.read(place);
    BridgeTest.lead(place, snapshot, empty);
    return snapshot;
  }

  private static void remade(PgDatabase place, Snapshot snapshot) {
    CanonicalDdl ddl = CanonicalDdl.of(snapshot);
    BridgeTest.run(place, List.of(ddl.text()));
    Snapshot again = BridgeTest.read(place);
    assertThat(CanonicalDdl.of(again).text()).as("canonical DDL").isEqualTo(ddl.text());
    assertThat(again.objects()).isEqualTo(snapshot.objects());
    assertThat(again.dependencies()).isEqualTo(snapshot.dependencies());
  }
}
