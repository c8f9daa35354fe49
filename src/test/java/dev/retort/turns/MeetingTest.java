package dev.retort.turns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.testing.CliRun;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.testing.Revisions;
import dev.retort.turns.Outcome.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Alembic and Retort on one database at the same time. Alembic takes no lock and looks for none; it
 * is Retort that must notice.
 *
 * <p>Revisions: {@code a}, on it {@code slow}, which waits at a gate that the test holds, and
 * {@code quick}; {@code base2} stands alone.
 */
@Tag("alembic")
@Tag("db")
@ExtendWith(PgExtension.class)
class MeetingTest {
  /** Waits until the test lets go of the advisory lock 99. */
  private static final String GATE = "SELECT pg_advisory_xact_lock(99)";

  private static final String AT_THE_GATE =
      "EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = 99 AND NOT granted"
          + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))";

  private static final String WAITS_FOR_THE_VERSION_TABLE =
      "EXISTS (SELECT FROM pg_locks WHERE relation = 'alembic_version'::regclass AND NOT granted)";

  @TempDir private Path scratch;

  private RetortSide retort() {
    return new RetortSide(scratch.resolve("project"), scratch.resolve("home"));
  }

  private AlembicSide alembic() {
    return new AlembicSide(scratch.resolve("project"), scratch);
  }

  @BeforeEach
  void project(PgDatabase database) {
    TurnsProject.in(scratch.resolve("project"), List.of(), List.of("lock-timeout = \"20s\""))
        .with(Revisions.of("a"))
        .write(1, Revisions.of("slow<-a").getFirst(), GATE, "SELECT 1")
        .write(2, Revisions.of("quick<-a").getFirst(), "SELECT 1", "SELECT 1")
        .write(3, Revisions.of("base2").getFirst(), GATE, "SELECT 1");
    Picture.prepare(database);
  }

  private static Connection closeGate(PgDatabase database) throws SQLException {
    Connection gate = database.connect();
    try (Statement statement = gate.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(99)");
    }
    return gate;
  }

  private static <T> CompletableFuture<T> start(Supplier<T> task) {
    return CompletableFuture.supplyAsync(task, work -> Thread.ofPlatform().daemon().start(work));
  }

  private static List<String> rows(PgDatabase database) {
    return database.query("SELECT version_num FROM alembic_version ORDER BY 1");
  }

  @Test
  void retortReadsWhileAlembicsTransactionIsOpen(PgDatabase database)
      throws IOException, SQLException {
    RetortSide retort = retort();
    try (AlembicSide alembic = alembic()) {
      assertTrue(alembic.move(database, Move.upgrade("a")).done());
      CompletableFuture<Outcome> running;
      try (Connection gate = closeGate(database)) {
        running = start(() -> alembic.move(database, Move.upgrade("slow")));
        database.await(AT_THE_GATE);
        assertEquals(List.of("a (branchpoint)"), retort.type(database, List.of("current")).lines());
        assertTrue(retort.plan(database, Move.upgrade("heads")).done());
        assertTrue(retort.type(database, List.of("history", "-i")).out().contains("(current)"));
        assertFalse(gate.isClosed());
      }
      assertTrue(running.join().done());
      assertEquals(List.of("slow (head)"), retort.type(database, List.of("current")).lines());
    }
  }

  @Test
  void alembicReadsWhileRetortRuns(PgDatabase database) throws IOException, SQLException {
    RetortSide retort = retort();
    try (AlembicSide alembic = alembic()) {
      assertTrue(retort.move(database, Move.upgrade("a")).done());
      CompletableFuture<Outcome> running;
      try (Connection gate = closeGate(database)) {
        running = start(() -> retort.move(database, Move.upgrade("slow")));
        database.await(AT_THE_GATE);
        AlembicSide.Typed current = alembic.type(database, List.of("current"));
        assertEquals("a (branchpoint)\n", current.output());
        assertFalse(gate.isClosed());
      }
      assertTrue(running.join().done());
      assertEquals("slow (head)\n", alembic.type(database, List.of("current")).output());
    }
  }

  @Test
  void retortNoticesThatAlembicMovedItsRowDuringARun(PgDatabase database)
      throws IOException, SQLException {
    assertTrue(retort().move(database, Move.upgrade("a")).done());
    CliRun.Result failed = movedUnder(database, "slow", Move.upgrade("quick"));
    assertTrue(failed.err().contains("Nothing of revision slow was applied"), failed.err());
    assertTrue(failed.err().contains("the database is at quick."), failed.err());
    assertTrue(failed.err().contains("Something else has written the version table"), failed.err());
    assertEquals(List.of("quick"), rows(database));
  }

  @Test
  void retortNoticesThatAlembicPutARowBesideItsOwn(PgDatabase database)
      throws IOException, SQLException {
    assertTrue(retort().move(database, Move.stamp("base")).done());
    CliRun.Result failed = movedUnder(database, "base2", Move.upgrade("quick"));
    assertTrue(failed.err().contains("the database is at quick."), failed.err());
    assertEquals(List.of("quick"), rows(database));
  }

  @Test
  void retortNoticesThatAlembicWasFasterWithTheSameRevision(PgDatabase database)
      throws IOException, SQLException {
    assertTrue(retort().move(database, Move.stamp("base")).done());
    CliRun.Result failed = movedUnder(database, "base2", Move.stamp("base2"));
    assertTrue(failed.err().contains("the database is at base2."), failed.err());
    assertEquals(List.of("base2"), rows(database));
  }

  /** Lets Alembic make a move while Retort, holding its lock, waits in the middle of a step. */
  private CliRun.Result movedUnder(PgDatabase database, String target, Move alembics)
      throws IOException, SQLException {
    try (AlembicSide alembic = alembic()) {
      CompletableFuture<CliRun.Result> running;
      try (Connection gate = closeGate(database)) {
        running = start(() -> retort().type(database, List.of("upgrade", target)));
        database.await(AT_THE_GATE);
        assertEquals(new Outcome(Ending.DONE, ""), alembic.move(database, alembics));
        assertFalse(gate.isClosed());
      }
      CliRun.Result failed = running.join();
      assertEquals(1, failed.exitCode(), failed.err());
      return failed;
    }
  }

  @Test
  void retortWaitsForAlembicsOpenTransactionAndThenSaysWhereTheDatabaseIs(PgDatabase database)
      throws IOException, SQLException {
    RetortSide retort = retort();
    try (AlembicSide alembic = alembic()) {
      assertTrue(alembic.move(database, Move.stamp("base")).done());
      CompletableFuture<Outcome> alembics;
      CompletableFuture<CliRun.Result> retorts;
      try (Connection gate = closeGate(database)) {
        // Alembic has written the row of a in its transaction, and waits in slow.
        alembics = start(() -> alembic.move(database, Move.upgrade("slow")));
        database.await(AT_THE_GATE);
        retorts = start(() -> retort.type(database, List.of("stamp", "quick")));
        database.await(WAITS_FOR_THE_VERSION_TABLE);
        assertFalse(gate.isClosed());
      }
      assertTrue(alembics.join().done());
      CliRun.Result failed = retorts.join();
      assertEquals(1, failed.exitCode(), failed.err());
      assertTrue(failed.err().contains("the database is at slow."), failed.err());
      assertEquals(List.of("slow"), rows(database));
    }
  }

  @Test
  void alembicWaitsForRetortsCommitAndThenFails(PgDatabase database)
      throws IOException, SQLException {
    RetortSide retort = retort();
    try (AlembicSide alembic = alembic()) {
      assertTrue(retort.move(database, Move.upgrade("a")).done());
      CompletableFuture<Outcome> alembics;
      try (Connection gate = closeGate(database)) {
        alembics = start(() -> alembic.move(database, Move.upgrade("slow")));
        database.await(AT_THE_GATE);
        assertTrue(retort.move(database, Move.upgrade("quick")).done());
        assertFalse(gate.isClosed());
      }
      assertEquals(Ending.REFUSED, alembics.join().ending());
      assertEquals(List.of("quick"), rows(database));
    }
  }

  /** The mark is the version table's comment, which Alembic never looks at. */
  @Test
  void aMarkOfRetortsDoesNotBotherAlembicAndStaysForRetort(PgDatabase database) throws IOException {
    RetortSide retort = retort();
    try (AlembicSide alembic = alembic()) {
      assertTrue(alembic.move(database, Move.upgrade("a")).done());
      database.execute("COMMENT ON TABLE alembic_version IS 'ours'");
      halfDone(database);
      String comment = "SELECT obj_description('alembic_version'::regclass)";
      String mark = database.query(comment).getFirst();
      assertTrue(mark.contains("retort-mark"), mark);
      assertTrue(alembic.move(database, Move.upgrade("quick")).done());
      assertTrue(alembic.type(database, Move.downgrade("a")).done());
      assertEquals(List.of(mark), database.query(comment));
      assertEquals(Ending.REFUSED, retort.move(database, Move.upgrade("quick")).ending());
      assertTrue(retort.move(database, Move.stamp("a")).done());
      assertEquals(List.of("ours"), database.query(comment));
      assertTrue(retort.move(database, Move.upgrade("quick")).done());
    }
  }

  /** Lets Retort stop in the middle of a revision that is in no transaction. */
  private void halfDone(PgDatabase database) throws IOException {
    Files.writeString(
        scratch.resolve("project/migrations/0009_half.sql"),
        """
        -- half
        --
        -- Revision ID: half
        -- Revises: a

        -- @upgrade autocommit
        VACUUM trace;
        SELECT 1/0;
        """);
    assertEquals(1, retort().type(database, List.of("upgrade", "half")).exitCode());
  }
}
