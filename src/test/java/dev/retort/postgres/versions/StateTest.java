package dev.retort.postgres.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.execute.failure.ServerErrorException;
import dev.retort.execute.failure.VersionTableException;
import dev.retort.execute.state.DatabaseState;
import dev.retort.problem.RetortException.Kind;
import dev.retort.revision.RevisionId;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.testing.TestPlan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where a database is, read by whoever may read. */
@Tag("db")
@ExtendWith(PgExtension.class)
class StateTest {

  private static List<RevisionId> ids(String... values) {
    return List.of(values).stream().map(RevisionId::new).toList();
  }

  private static DatabaseState state(PgDatabase database) {
    return Runs.on(database).database().state();
  }

  private static VersionTableException refused(PgDatabase database) {
    VersionTableException refused =
        assertThrows(VersionTableException.class, () -> state(database));
    assertEquals("version-table", refused.code());
    assertEquals(Kind.INPUT, refused.kind());
    return refused;
  }

  @Test
  void aDatabaseWithoutTheTableHasNoHeads(PgDatabase database) {
    DatabaseState state = state(database);
    assertFalse(state.versions().exists());
    assertEquals("public.alembic_version", state.versions().table());
    assertEquals(List.of(), state.heads());
    assertTrue(state.interruption().isEmpty());
    assertTrue(state.lockHolder().isEmpty());
  }

  @Test
  void headsComeInTheTablesOwnOrder(PgDatabase database) {
    database.execute(
        "CREATE TABLE alembic_version (version_num varchar(32));"
            + "INSERT INTO alembic_version VALUES ('c'), ('a'), ('b');"
            + "UPDATE alembic_version SET version_num = 'd' WHERE version_num = 'c'");
    assertEquals(ids("a", "b", "d"), state(database).heads());
  }

  @Test
  void aRoleThatMayOnlyReadIsEnough(PgDatabase database) {
    String role = database.role("reader");
    Runs.on(database).run(TestPlan.from().to("a", "SELECT 1").plan());
    database.execute("GRANT SELECT ON alembic_version TO " + role);
    DatabaseState state = Runs.on(database.settings(role)).database().state();
    assertEquals(ids("a"), state.heads());
    assertEquals(role, state.server().role());
    assertFalse(state.server().superuser());
    assertTrue(state.server().readOnly());
  }

  @Test
  void aRoleThatMayNotEvenReadIsTold(PgDatabase database) {
    String role = database.role("stranger");
    Runs.on(database).run(TestPlan.from().to("a", "SELECT 1").plan());
    ServerErrorException refused =
        assertThrows(
            ServerErrorException.class, () -> Runs.on(database.settings(role)).database().state());
    assertEquals("permission-denied", refused.code());
    assertTrue(refused.message().contains("alembic_version"), refused.message());
  }

  @Test
  void aTableUnderAnyNameInAnySchemaIsFound(PgDatabase database) {
    VersionTable odd = new VersionTable("It's \"odd\"", Optional.of("My Schema"));
    database.execute("CREATE SCHEMA \"My Schema\"");
    Runs runs = Runs.on(database).table(odd);
    runs.run(TestPlan.from().to("a", "SELECT 1").to("b", "SELECT 2").plan());
    DatabaseState state = runs.database().state();
    assertEquals("\"My Schema\".\"It's \"\"odd\"\"\"", state.versions().table());
    assertEquals(ids("b"), state.heads());
    assertTrue(state(database).heads().isEmpty());
  }

  @Test
  void foreignColumnsAreNamed(PgDatabase database) {
    database.execute("CREATE TABLE alembic_version (version bigint, dirty boolean)");
    VersionTableException refused = refused(database);
    assertEquals(List.of("version bigint", "dirty boolean"), refused.details().get("columns"));
    assertTrue(refused.message().contains("version bigint, dirty boolean"), refused.message());
  }

  @Test
  void aVersionColumnOfAnotherTypeIsForeign(PgDatabase database) {
    database.execute("CREATE TABLE alembic_version (version_num int)");
    assertEquals(List.of("version_num integer"), refused(database).details().get("columns"));
  }

  @Test
  void aTableWithoutColumnsIsNoVersionTable(PgDatabase database) {
    database.execute("CREATE TABLE alembic_version ()");
    assertTrue(refused(database).message().contains("has no columns"));
  }

  @Test
  void aViewIsNoVersionTable(PgDatabase database) {
    database.execute("CREATE VIEW alembic_version AS SELECT 'a'::varchar AS version_num");
    assertTrue(refused(database).message().contains("is not a table"));
  }

  @Test
  void aRowWithoutARevisionIsTold(PgDatabase database) {
    database.execute(
        "CREATE TABLE alembic_version (version_num varchar(32));"
            + "INSERT INTO alembic_version VALUES ('')");
    assertTrue(refused(database).message().contains("a row without a revision"));
  }

  @Test
  void aSearchPathWithoutAnySchemaIsTold(PgDatabase database) {
    database.execute("ALTER DATABASE " + database.name() + " SET search_path = nowhere");
    assertTrue(refused(database).message().contains("no schema"));
  }

  @Test
  void aCommentThatIsNotAMarkIsNone(PgDatabase database) {
    Runs.on(database).run(TestPlan.from().plan());
    for (String comment :
        List.of("{", "{}", "[1]", "{\"retort-mark\": 2}", "{\"retort-mark\": 1}", "plain")) {
      database.execute("COMMENT ON TABLE alembic_version IS '" + comment + "'");
      assertTrue(state(database).interruption().isEmpty(), comment);
    }
  }
}
