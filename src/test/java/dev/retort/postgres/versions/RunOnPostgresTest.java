package dev.retort.postgres.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.execute.Cancellation;
import dev.retort.execute.Executor;
import dev.retort.execute.RunEvent;
import dev.retort.execute.RunOptions;
import dev.retort.execute.RunResult;
import dev.retort.execute.state.DatabaseState;
import dev.retort.plan.Plan;
import dev.retort.postgres.Access;
import dev.retort.postgres.PostgresSessions;
import dev.retort.revision.RevisionId;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.testing.TestPlan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs on a real server: what is done, what is told, and where the database is afterwards. */
@Tag("db")
@ExtendWith(PgExtension.class)
class RunOnPostgresTest {
  private final List<RunEvent> events = new ArrayList<>();

  private RunResult run(PgDatabase database, Plan plan) {
    return new Executor(on(database))
        .run(plan, RunOptions.defaults(), events::add, new Cancellation());
  }

  private static PostgresDatabase on(PgDatabase database) {
    return new PostgresDatabase(
        new PostgresSessions(database.settings(), "test", Access.READ_WRITE),
        VersionTable.standard());
  }

  @Test
  void anUpgradeRunsItsStatementsAndMovesTheRows(PgDatabase database) {
    Plan plan =
        TestPlan.from()
            .to("a", "CREATE TABLE t (x int)", "INSERT INTO t VALUES (1), (2)")
            .to("b", "UPDATE t SET x = x + 1")
            .plan();

    RunResult result = run(database, plan);

    assertEquals(2, result.steps());
    assertEquals(3, result.statements());
    assertEquals(List.of(new RevisionId("b")), result.headsAfter());
    assertEquals(List.of("b"), database.query("SELECT version_num FROM alembic_version"));
    assertEquals(List.of("2", "3"), database.query("SELECT x FROM t ORDER BY x"));
    assertEquals(
        List.of(-1L, 2L, 2L),
        events.stream()
            .filter(RunEvent.StatementFinished.class::isInstance)
            .map(event -> ((RunEvent.StatementFinished) event).rows())
            .toList());
  }

  @Test
  void theStateOfADatabaseIsReadWithoutWritingAnything(PgDatabase database) {
    DatabaseState before = on(database).state();
    assertFalse(before.versions().exists());
    assertEquals("public.alembic_version", before.versions().table());

    run(database, TestPlan.from().to("a", "SELECT 1").plan());
    DatabaseState after = on(database).state();

    assertTrue(after.versions().exists());
    assertEquals(List.of(new RevisionId("a")), after.heads());
    assertEquals(database.name(), after.server().database());
    assertTrue(after.server().readOnly());
    assertTrue(after.server().superuser());
    assertTrue(after.lockHolder().isEmpty());
  }
}
