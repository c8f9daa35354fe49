package dev.retort.postgres.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.execute.failure.InterruptedRunException;
import dev.retort.execute.failure.StatementFailedException;
import dev.retort.execute.failure.VersionWriteException;
import dev.retort.execute.state.DatabaseState;
import dev.retort.plan.Direction;
import dev.retort.plan.Interruption;
import dev.retort.plan.Plan;
import dev.retort.revision.RevisionId;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.testing.TestPlan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Steps outside of transactions, and the mark they leave while they run. */
@Tag("db")
@ExtendWith(PgExtension.class)
class AutocommitTest {
  private static final String COMMENT =
      "SELECT obj_description('alembic_version'::regclass, 'pg_class')";

  private static final Plan HALF_WAY =
      TestPlan.from()
          .autocommit(
              "a",
              "CREATE TABLE t (x int)",
              "INSERT INTO t VALUES (1), (1)",
              "CREATE UNIQUE INDEX CONCURRENTLY i ON t (x)",
              "CREATE TABLE never ()")
          .plan();

  @Test
  void eachStatementCommitsByItselfAndNoMarkStays(PgDatabase database) {
    Runs.on(database)
        .run(
            TestPlan.from()
                .autocommit(
                    "a",
                    "CREATE TABLE t AS SELECT txid_current() AS x",
                    "INSERT INTO t SELECT txid_current()",
                    "CREATE INDEX CONCURRENTLY i ON t (x)",
                    "VACUUM t")
                .plan());
    assertEquals(List.of("2"), database.query("SELECT count(DISTINCT x) FROM t"));
    assertEquals(List.of("null"), database.query(COMMENT));
    assertEquals(List.of("a"), database.query("SELECT version_num FROM alembic_version"));
  }

  @Test
  void theMarkIsThereWhileAStatementRuns(PgDatabase database) {
    Runs.on(database)
        .run(
            TestPlan.from()
                .autocommit(
                    "a",
                    "SELECT 1",
                    "CREATE TABLE seen AS SELECT obj_description('alembic_version'::regclass,"
                        + " 'pg_class') AS mark")
                .plan());
    String mark = database.query("SELECT mark FROM seen").getFirst();
    Interruption seen = Mark.parse(Optional.of(mark)).interruption().orElseThrow();
    assertEquals(new RevisionId("a"), seen.revision());
    assertEquals(Direction.UPGRADE, seen.direction());
    assertEquals(1, seen.statement());
    assertEquals(2, seen.statements());
    assertTrue(seen.applied().startsWith("sha256:"), seen.applied());
    assertEquals(1, seen.appliedEach().size());
    assertEquals(Optional.of("tester@here"), seen.who());
  }

  @Test
  void aFailureSaysWhatIsDoneAndLeavesTheMark(PgDatabase database) {
    Runs runs = Runs.on(database);
    StatementFailedException failed =
        assertThrows(StatementFailedException.class, () -> runs.run(HALF_WAY));
    assertEquals("23505", failed.error().orElseThrow().sqlState());
    assertTrue(
        failed
            .message()
            .contains("statements 1 to 2 of 4 are done; statement 3 failed or was stopped"),
        failed.message());
    assertEquals(
        List.of("f"),
        database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"));

    DatabaseState state = runs.database().state();
    assertEquals(List.of(), state.heads());
    assertEquals(2, state.interruption().orElseThrow().statement());

    InterruptedRunException refused =
        assertThrows(InterruptedRunException.class, () -> Runs.on(database).run(HALF_WAY));
    assertEquals(state.interruption().orElseThrow(), refused.interruption());
  }

  @Test
  void aStampTakesTheMarkAway(PgDatabase database) {
    assertThrows(StatementFailedException.class, () -> Runs.on(database).run(HALF_WAY));
    Runs.on(database).run(TestPlan.from().stamp("a").plan());
    assertEquals(List.of("null"), database.query(COMMENT));
    Runs.on(database).run(TestPlan.from("a").to("b", "SELECT 1").plan());
  }

  @Test
  void theTeamsOwnCommentComesBack(PgDatabase database) {
    Runs.on(database).run(TestPlan.from().plan());
    database.execute("COMMENT ON TABLE alembic_version IS 'ours, \"don''t\" \\ touch'");
    List<String> ours = database.query(COMMENT);
    Runs.on(database).run(TestPlan.from().autocommit("a", "SELECT 1").plan());
    assertEquals(ours, database.query(COMMENT));

    assertThrows(
        StatementFailedException.class,
        () -> Runs.on(database).run(TestPlan.from("a").autocommit("b", "nonsense").plan()));
    Runs.on(database).run(TestPlan.from("a").stampNothing().plan());
    assertEquals(ours, database.query(COMMENT));
  }

  @Test
  void aRoleThatMayNotLeaveAMarkRunsNothing(PgDatabase database) {
    String role = database.role("writer");
    Runs.on(database).run(TestPlan.from().plan());
    database.execute("GRANT ALL ON alembic_version TO " + role);
    VersionWriteException failed =
        assertThrows(
            VersionWriteException.class,
            () ->
                Runs.on(database.settings(role))
                    .run(TestPlan.from().autocommit("a", "SELECT 1").plan()));
    assertEquals("permission-denied", failed.code());
    assertTrue(failed.message().contains("Nothing of revision a was applied"), failed.message());
  }

  @Test
  void aRoleThatAStatementChangesToDoesNotKeepTheMarkFromBeingLeft(PgDatabase database) {
    String role = database.role("other");
    Runs.on(database)
        .run(
            TestPlan.from()
                .autocommit(
                    "a",
                    "SET ROLE " + role,
                    "SELECT set_config('test.role', current_user, false)",
                    "RESET ROLE",
                    "CREATE TABLE seen AS SELECT current_setting('test.role') AS who")
                .plan());
    assertEquals(List.of(role), database.query("SELECT who FROM seen"));
  }
}
