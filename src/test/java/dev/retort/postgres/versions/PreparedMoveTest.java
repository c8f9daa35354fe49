package dev.retort.postgres.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.execute.failure.VersionWriteException;
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

/** The prepared write checks all that the plain one does, whatever revisions do unseen. */
@Tag("db")
@ExtendWith(PgExtension.class)
class PreparedMoveTest {
  private static final String INSERT = "INSERT INTO t VALUES (1)";

  /** Up to here the write is prepared; whatever inserts into the table does this besides. */
  private static TestPlan whereInserting(String does) {
    return TestPlan.from()
        .to(
            "a",
            "CREATE TABLE t (x int)",
            "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                + does
                + "; RETURN new; END $$",
            "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()")
        .to("b", "COMMENT ON TABLE t IS 'b'")
        .to("c", "COMMENT ON TABLE t IS 'c'");
  }

  private static List<String> version(PgDatabase database) {
    return database.query("SELECT version_num FROM alembic_version ORDER BY 1");
  }

  @Test
  void itLeadsFromHeadToHead(PgDatabase database) {
    Runs.on(database)
        .run(whereInserting("NULL").to("d", INSERT).to("e", INSERT).to("f", INSERT).plan());
    assertEquals(List.of("f"), version(database));
    assertEquals(List.of("3"), database.query("SELECT count(*) FROM t"));
  }

  @Test
  void whatAFunctionHasPreparedDoesNotReachTheNextRevision(PgDatabase database) {
    Runs.on(database)
        .run(
            whereInserting("EXECUTE 'PREPARE p AS SELECT 1'")
                .to("d", INSERT)
                .to("e", "PREPARE p AS SELECT 2")
                .to("f", INSERT)
                .to("g", INSERT)
                .plan());
    assertEquals(List.of("g"), version(database));
  }

  @Test
  void whereAFunctionDeallocatesItTheStepIsRunOnceMore(PgDatabase database) {
    Runs.on(database).run(whereInserting("DEALLOCATE ALL").to("d", INSERT).to("e", INSERT).plan());
    assertEquals(List.of("e"), version(database));
    assertEquals(List.of("2"), database.query("SELECT count(*) FROM t"));
  }

  @Test
  void aRowThatIsNotThereFailsTheStep(PgDatabase database) {
    VersionWriteException failed =
        failure(database, "UPDATE alembic_version SET version_num = 'd'");
    assertEquals("version-row", failed.code());
    assertTrue(
        failed.message().contains("when updating 'c' to 'd' in 'alembic_version'; 0 found."),
        failed.message());
  }

  @Test
  void soDoesAnotherRow(PgDatabase database) {
    VersionWriteException failed = failure(database, "INSERT INTO alembic_version VALUES ('x')");
    assertEquals("version-row", failed.code());
    assertTrue(failed.message().contains("no longer those"), failed.message());
  }

  @Test
  void soDoesALockThatIsLost(PgDatabase database) {
    assertEquals("lock-lost", failure(database, "PERFORM pg_advisory_unlock_all()").code());
  }

  /** The step that does this fails, and leaves nothing. */
  private static VersionWriteException failure(PgDatabase database, String does) {
    Plan plan = whereInserting(does).to("d", INSERT).plan();
    VersionWriteException failed =
        assertThrows(VersionWriteException.class, () -> Runs.on(database).run(plan));
    assertEquals(Optional.of(List.of(new RevisionId("c"))), failed.aftermath().heads());
    assertEquals(List.of("c"), version(database));
    assertEquals(List.of("0"), database.query("SELECT count(*) FROM t"));
    return failed;
  }
}
