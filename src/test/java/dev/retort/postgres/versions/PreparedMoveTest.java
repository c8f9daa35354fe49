package dev.retort.postgres.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.execute.failure.VersionWriteException;
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
        assertThrows(
            VersionWriteException.class,
            () ->
                Runs.on(database)
                    .run(
                        whereInserting("UPDATE alembic_version SET version_num = 'd'")
                            .to("d", INSERT)
                            .plan()));
    assertEquals("version-row", failed.code());
    assertTrue(
        failed.message().contains("when updating 'c' to 'd' in 'alembic_version'; 0 found."),
        failed.message());
    assertEquals(Optional.of(List.of("c")), heads(failed));
    assertEquals(List.of("c"), version(database));
  }

  @Test
  void soDoesAnotherRow(PgDatabase database) {
    VersionWriteException failed =
        assertThrows(
            VersionWriteException.class,
            () ->
                Runs.on(database)
                    .run(
                        whereInserting("INSERT INTO alembic_version VALUES ('x')")
                            .to("d", INSERT)
                            .plan()));
    assertEquals("version-row", failed.code());
    assertTrue(failed.message().contains("no longer those"), failed.message());
    assertEquals(List.of("c"), version(database));
  }

  @Test
  void soDoesALockThatIsLost(PgDatabase database) {
    VersionWriteException failed =
        assertThrows(
            VersionWriteException.class,
            () ->
                Runs.on(database)
                    .run(
                        whereInserting("PERFORM pg_advisory_unlock_all()").to("d", INSERT).plan()));
    assertEquals("lock-lost", failed.code());
    assertEquals(List.of("c"), version(database));
    assertEquals(List.of("0"), database.query("SELECT count(*) FROM t"));
  }

  private static Optional<List<String>> heads(VersionWriteException failed) {
    return failed.aftermath().heads().map(ids -> ids.stream().map(Object::toString).toList());
  }
}
