package dev.retort.postgres.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.execute.failure.VersionWriteException;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.testing.TestPlan;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What one revision does to its session does not reach the next, nor the version table. */
@Tag("db")
@ExtendWith(PgExtension.class)
class SessionStateTest {
  private static final String LOOK =
      "CREATE TABLE seen AS SELECT current_setting('search_path') AS path, current_user AS role,"
          + " current_setting('lock_timeout') AS lock, current_setting('statement_timeout') AS"
          + " statement, current_setting('application_name') AS application";

  private static List<String> seen(PgDatabase database) {
    return database.query(
        "SELECT concat_ws('; ', path, role, lock, statement, application) FROM public.seen");
  }

  private static final List<String> UNTOUCHED =
      List.of("\"$user\", public; postgres; 5s; 0; retort test");

  private static String[] changes(String role) {
    return new String[] {
      "CREATE SCHEMA app",
      "CREATE TEMP TABLE scratch ()",
      "SET search_path = app",
      "SET lock_timeout = '1h'",
      "SET statement_timeout = '1h'",
      "SET application_name = 'mine'",
      "PREPARE p AS SELECT 1",
      "GRANT USAGE ON SCHEMA app TO " + role,
      "SET ROLE " + role
    };
  }

  @Test
  void sessionSettingsDoNotReachTheNextRevision(PgDatabase database) {
    String role = database.role("app");
    Runs.on(database)
        .run(
            TestPlan.from()
                .to("a", changes(role))
                .to("b", LOOK, "CREATE TEMP TABLE scratch ()", "PREPARE p AS SELECT 1")
                .plan());
    assertEquals(UNTOUCHED, seen(database));
    assertEquals(List.of("b"), database.query("SELECT version_num FROM public.alembic_version"));
    assertTrue(database.holds("to_regclass('app.alembic_version') IS NULL"));
  }

  @Test
  void norInARunThatIsOneTransaction(PgDatabase database) {
    String role = database.role("app");
    Runs.on(database).wholeRun().run(TestPlan.from().to("a", changes(role)).to("b", LOOK).plan());
    assertEquals(UNTOUCHED, seen(database));
    assertEquals(List.of("b"), database.query("SELECT version_num FROM public.alembic_version"));
  }

  @Test
  void norFromAStepOutsideOfTransactions(PgDatabase database) {
    String role = database.role("app");
    Runs.on(database).run(TestPlan.from().autocommit("a", changes(role)).to("b", LOOK).plan());
    assertEquals(UNTOUCHED, seen(database));
  }

  @Test
  void aRevisionsOwnTimeOutsHoldWithinIt(PgDatabase database) {
    Runs.on(database).run(TestPlan.from().to("a", "SET lock_timeout = '7s'", LOOK).plan());
    assertTrue(seen(database).getFirst().contains("; 7s; "), seen(database).toString());
  }

  @Test
  void aBackslashIsABackslashWhateverTheDatabasesDefault(PgDatabase database) {
    database.execute(
        "ALTER DATABASE " + database.name() + " SET standard_conforming_strings = off");
    Runs.on(database)
        .run(TestPlan.from().to("a", "CREATE TABLE kept AS SELECT 'a\\' AS text").plan());
    assertEquals(List.of("1"), database.query("SELECT length(text) - 1 FROM kept"));
  }

  @Test
  void theRunsLockOutlivesTheReset(PgDatabase database) {
    Runs.on(database)
        .run(
            TestPlan.from()
                .to("a", "SELECT 1")
                .to(
                    "b",
                    "CREATE TABLE held AS SELECT count(*) FROM pg_locks"
                        + " WHERE locktype = 'advisory' AND pid = pg_backend_pid()")
                .plan());
    assertEquals(List.of("1"), database.query("SELECT count FROM held"));
  }

  @Test
  void deferredChecksRunUnderTheStepsOwnSettings(PgDatabase database) {
    Runs.on(database)
        .run(
            TestPlan.from()
                .to(
                    "a",
                    "CREATE SCHEMA app",
                    "SET search_path = app",
                    "CREATE TABLE log (x text)",
                    "CREATE TABLE t (x int)",
                    "CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN INSERT INTO log VALUES ('checked'); RETURN NULL; END $$",
                    "CREATE CONSTRAINT TRIGGER note AFTER INSERT ON t DEFERRABLE INITIALLY"
                        + " DEFERRED FOR EACH ROW EXECUTE FUNCTION note()",
                    "INSERT INTO t VALUES (1)")
                .plan());
    assertEquals(List.of("checked"), database.query("SELECT x FROM app.log"));
  }

  @Test
  void theVersionTableIsFoundWhereTheSearchPathHasIt(PgDatabase database) {
    database.execute(
        "CREATE SCHEMA app; CREATE TABLE app.alembic_version (version_num varchar(32));"
            + "INSERT INTO app.alembic_version VALUES ('a');"
            + "ALTER DATABASE "
            + database.name()
            + " SET search_path = public, app");
    Runs.on(database).run(TestPlan.from("a").to("b", "SELECT 1").plan());
    assertEquals(List.of("b"), database.query("SELECT version_num FROM app.alembic_version"));
    assertTrue(database.holds("to_regclass('public.alembic_version') IS NULL"));
  }

  @Test
  void aRoleThatTheSessionBeganWithIsTheOneItGoesBackTo(PgDatabase database) {
    String owner = database.role("owner");
    String login = database.role("login");
    database.execute(
        "GRANT CREATE ON SCHEMA public TO "
            + owner
            + "; GRANT "
            + owner
            + " TO "
            + login
            + "; ALTER ROLE "
            + login
            + " SET role = "
            + owner);
    Runs.on(database.settings(login))
        .run(TestPlan.from().to("a", "RESET ROLE", "SET ROLE " + login).to("b", LOOK).plan());
    assertTrue(seen(database).getFirst().contains("; " + owner + "; "), seen(database).toString());
  }

  @Test
  void aStatementThatLetsGoOfTheRunsLockStopsTheRun(PgDatabase database) {
    VersionWriteException failed =
        assertThrows(
            VersionWriteException.class,
            () ->
                Runs.on(database)
                    .run(
                        TestPlan.from()
                            .to("a", "CREATE TABLE t ()", "SELECT pg_advisory_unlock_all()")
                            .plan()));
    assertEquals("lock-lost", failed.code());
    assertTrue(database.holds("to_regclass('t') IS NULL"));
  }
}
