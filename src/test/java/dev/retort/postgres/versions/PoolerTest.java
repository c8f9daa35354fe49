package dev.retort.postgres.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.execute.RunEvent;
import dev.retort.execute.failure.LockHeldException;
import dev.retort.execute.failure.PooledSessionException;
import dev.retort.execute.failure.VersionWriteException;
import dev.retort.execute.state.DatabaseState;
import dev.retort.plan.Plan;
import dev.retort.problem.RetortException;
import dev.retort.problem.RetortException.Kind;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.testing.PoolProxy;
import dev.retort.testing.PoolProxy.Manner;
import dev.retort.testing.PoolProxy.Mode;
import dev.retort.testing.TestPlan;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Connection poolers: those that keep a session for a client, and those that share it out. */
@Tag("db")
@ExtendWith(PgExtension.class)
class PoolerTest {
  private static final Plan PLAN =
      TestPlan.from()
          .to("a", "CREATE TABLE t (x int)")
          .autocommit("b", "CREATE INDEX CONCURRENTLY i ON t (x)")
          .to("c", "CREATE TABLE u ()")
          .plan();

  private static Runs through(PgDatabase database, PoolProxy pool) {
    return Runs.on(database.settings("postgres", pool.port()));
  }

  static Stream<Manner> sharing() {
    return Stream.of(Mode.TRANSACTION, Mode.STATEMENT)
        .flatMap(
            mode ->
                Stream.of(0, 1, 3)
                    .flatMap(
                        spare ->
                            Stream.of(
                                new Manner(mode, true, false, false, spare),
                                new Manner(mode, false, false, true, spare))));
  }

  @ParameterizedTest
  @MethodSource("sharing")
  void aRunIsRefusedWhereSessionsAreShared(Manner manner, PgDatabase database) {
    try (PoolProxy pool = PoolProxy.before(database, manner)) {
      Runs runs = through(database, pool);
      PooledSessionException refused =
          assertThrows(PooledSessionException.class, () -> runs.run(PLAN));
      assertEquals("pooled-session", refused.code());
      assertEquals(Kind.REFUSED, refused.kind());
      assertTrue(refused.message().contains("can't hold"), refused.message());
      assertTrue(refused.hint().contains("directly"), refused.hint());
      assertNothingIsLeft(database);
    }
    assertTrue(database.holds("to_regclass('alembic_version') IS NULL"));
  }

  /** Neither the lock nor a setting stays behind in a session that others get next. */
  private static void assertNothingIsLeft(PgDatabase database) {
    assertEquals(
        List.of(),
        database.query(
            "SELECT l.pid FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
                + " WHERE locktype = 'advisory' AND d.datname = current_database()"));
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void lookingWorksThroughAnyPoolerAndLeavesNoSettingBehind(Mode mode, PgDatabase database)
      throws SQLException {
    Runs.on(database).run(TestPlan.from().to("a", "SELECT 1").plan());
    for (boolean refuses : List.of(true, false)) {
      Manner manner = new Manner(mode, refuses, false, false, 1);
      try (PoolProxy pool = PoolProxy.before(database, manner)) {
        DatabaseState state = through(database, pool).database().state();
        assertEquals(List.of("a"), state.heads().stream().map(Object::toString).toList());
        assertTrue(state.server().readOnly());
        assertEquals(
            "0 0 off",
            first(
                pool,
                database,
                "SELECT current_setting('lock_timeout') || ' '"
                    + " || current_setting('statement_timeout') || ' '"
                    + " || current_setting('default_transaction_read_only')"));
      }
    }
  }

  private static String first(PoolProxy pool, PgDatabase database, String query)
      throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://localhost:"
                    + pool.port()
                    + "/"
                    + database.name()
                    + "?preferQueryMode=simple&assumeMinServerVersion=9.6",
                "postgres",
                "");
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void aRunGoesThroughAPoolerThatKeepsSessions(PgDatabase database) {
    for (int spare : List.of(0, 2)) {
      Manner manner = new Manner(Mode.SESSION, true, false, false, spare);
      try (PoolProxy pool = PoolProxy.before(database, manner)) {
        Plan plan = spare == 0 ? PLAN : TestPlan.from("c").to("d", "CREATE TABLE v ()").plan();
        through(database, pool).run(plan);
      }
    }
    assertEquals(List.of("d"), database.query("SELECT version_num FROM alembic_version"));
  }

  @Test
  void aPoolerThatHidesItselfIsFoundOutBeforeAnythingIsCommitted(PgDatabase database) {
    Manner manner = new Manner(Mode.TRANSACTION, false, true, true, 2);
    try (PoolProxy pool = PoolProxy.before(database, manner)) {
      RetortException refused =
          assertThrows(RetortException.class, () -> through(database, pool).run(PLAN));
      assertEquals("pooled-session", refused.code(), refused.message());
      assertNothingIsLeft(database);
    }
    assertTrue(database.holds("to_regclass('t') IS NULL"));
  }

  @Test
  void aSessionThatIsExchangedMidwayIsNotedBeforeTheCommit(PgDatabase database) {
    Manner manner = new Manner(Mode.TRANSACTION, false, true, false, 1);
    try (PoolProxy pool = PoolProxy.before(database, manner)) {
      Runs runs = through(database, pool);
      runs.when(RunEvent.LockTaken.class, pool::busy);
      VersionWriteException failed =
          assertThrows(VersionWriteException.class, () -> runs.run(PLAN));
      assertEquals("pooled-session", failed.code(), failed.message());
      assertEquals(0, failed.aftermath().stepsDone());
    }
    assertTrue(database.holds("to_regclass('t') IS NULL"));
  }

  @Test
  void aLockThatAnotherRunLeftInASharedSessionIsNotTakenForOnesOwn(PgDatabase database)
      throws SQLException {
    Manner manner = new Manner(Mode.TRANSACTION, false, true, false, 1);
    try (PoolProxy pool = PoolProxy.before(database, manner)) {
      Runs.on(database).run(TestPlan.from().to("z", "SELECT 1").plan());
      String key =
          "SELECT pg_advisory_lock(" + 0x52545254 + ", hashtext('public.alembic_version'))";
      first(pool, database, key + "::text");
      RetortException refused =
          assertThrows(
              PooledSessionException.class,
              () -> through(database, pool).run(TestPlan.from("z").to("y", "SELECT 2").plan()));
      assertTrue(refused.message().contains("there already"), refused.message());
      Runs direct = Runs.on(database).lockWait(Duration.ZERO);
      assertThrows(
          LockHeldException.class, () -> direct.run(TestPlan.from("z").to("y", "SELECT 2").plan()));
    }
  }
}
