package dev.retort.turns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.plan.Command;
import dev.retort.testing.CliRun;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.testing.Revisions;
import dev.retort.turns.Outcome.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The version table that Alembic and Retort share: who makes it, where it is, what is in it. */
@Tag("alembic")
@Tag("db")
@ExtendWith(PgExtension.class)
class SharingTest {
  private static final String LINE = "a; b<-a; c<-b";

  /** Everything that the catalog knows of a version table but its place. */
  private static final String SHAPE =
      "SELECT concat_ws(' ', c.relname, c.relpersistence, a.attname,"
          + " format_type(a.atttypid, a.atttypmod), a.attnotnull, k.conname,"
          + " pg_get_constraintdef(k.oid))"
          + " FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
          + " JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'"
          + " WHERE c.relname = '%s'";

  @TempDir private Path scratch;

  private Path folder() {
    return scratch.resolve("project");
  }

  private RetortSide retort() {
    return new RetortSide(folder(), scratch.resolve("home"));
  }

  private AlembicSide alembic() {
    return new AlembicSide(folder(), scratch);
  }

  /** Who makes the first move, and with it the table. */
  enum First {
    ALEMBIC,
    RETORT
  }

  private static List<String> rows(PgDatabase database) {
    return database.query("SELECT version_num FROM alembic_version ORDER BY 1");
  }

  @Test
  void bothMakeTheSameTable(PgDatabase database) throws IOException {
    TurnsProject.in(folder()).with(Revisions.of(LINE));
    PgDatabase other = database.another("retort");
    Picture.prepare(database);
    Picture.prepare(other);
    try (AlembicSide alembic = alembic()) {
      assertTrue(alembic.move(database, Move.upgrade("b")).done());
    }
    assertTrue(retort().move(other, Move.upgrade("b")).done());
    List<String> shape = database.query(SHAPE.formatted("alembic_version"));
    assertEquals(1, shape.size());
    assertEquals(shape, other.query(SHAPE.formatted("alembic_version")));
    assertEquals(Picture.of(database), Picture.of(other));
  }

  @ParameterizedTest
  @EnumSource
  void aTableOfAnotherNameInAnotherSchemaIsSharedWhoeverMakesIt(First first, PgDatabase database)
      throws IOException {
    TurnsProject.in(
            folder(),
            List.of("version_table = Heads of app", "version_table_schema = Meta"),
            List.of("version-table = \"Heads of app\"", "version-table-schema = \"Meta\""))
        .with(Revisions.of(LINE));
    Picture.prepare(database);
    database.execute("CREATE SCHEMA \"Meta\"");
    RetortSide retort = retort();
    try (AlembicSide alembic = alembic()) {
      for (int step = 0; step < 3; step++) {
        boolean alembics = (step % 2 == 0) == (first == First.ALEMBIC);
        Outcome outcome =
            alembics
                ? alembic.type(database, Move.upgrade("+1"))
                : retort.move(database, Move.upgrade("+1"));
        assertEquals(new Outcome(Ending.DONE, ""), outcome);
      }
      assertEquals(
          List.of("c"), database.query("SELECT version_num FROM \"Meta\".\"Heads of app\""));
      assertEquals(List.of(), database.query("SELECT 1 FROM pg_class WHERE relname ~ 'alembic'"));
      assertEquals(List.of("c (head)"), retort.type(database, List.of("current")).lines());
      assertEquals(
          List.of("c (head)"),
          alembic.type(database, List.of("current")).output().lines().toList());
    }
  }

  @Test
  void idsAsLongAsTheColumnAreSharedAndLongerOnesRefusedByBoth(PgDatabase database)
      throws IOException {
    String longest = "x".repeat(32);
    String tooLong = "y".repeat(33);
    TurnsProject project = TurnsProject.in(folder()).with(Revisions.of("a; " + longest + "<-a"));
    Picture.prepare(database);
    RetortSide retort = retort();
    try (AlembicSide alembic = alembic()) {
      assertTrue(alembic.move(database, Move.upgrade("a")).done());
      assertEquals(new Outcome(Ending.DONE, ""), retort.move(database, Move.upgrade(longest)));
      assertTrue(alembic.move(database, Move.downgrade("a")).done());
      assertTrue(alembic.move(database, Move.upgrade(longest)).done());
      project.write(2, Revisions.of(tooLong + "<-" + longest).getFirst(), "SELECT 1", "SELECT 1");
      assertEquals(Ending.CRASHED, alembic.move(database, Move.upgrade(tooLong)).ending());
      CliRun.Result refused = retort.type(database, List.of("upgrade", tooLong));
      assertEquals(2, refused.exitCode(), refused.err());
      assertTrue(refused.err().contains("room for 32"), refused.err());
      assertEquals(List.of(longest), rows(database));
    }
  }

  /** Alembic 1.8 can leave this; stamps can with every version. */
  @Test
  void rowsThatOverlapAreRefusedByBothAndMendedByAStampOfEither(PgDatabase database)
      throws IOException {
    TurnsProject.in(folder()).with(Revisions.of(LINE));
    Picture.prepare(database);
    RetortSide retort = retort();
    try (AlembicSide alembic = alembic()) {
      assertTrue(retort.move(database, Move.upgrade("head")).done());
      database.execute("INSERT INTO alembic_version VALUES ('a')");
      Outcome refused = alembic.move(database, Move.upgrade("head"));
      assertEquals(Ending.REFUSED, refused.ending());
      Outcome own = retort.move(database, Move.upgrade("head"));
      assertTrue(own.message().contains(refused.message()), own + "\n" + refused);
      assertTrue(retort.move(database, Move.stamp("c")).done());
      assertEquals(List.of("a", "c"), rows(database));
      assertTrue(alembic.type(database, List.of("stamp", "--purge", "c")).exitCode() == 0);
      assertEquals(List.of("c"), rows(database));
      assertTrue(retort.move(database, Move.downgrade("base")).done());
      assertEquals(List.of(), rows(database));
    }
  }

  @Test
  void aRowThatNoFileHasIsRefusedByBothAndPurgedByEither(PgDatabase database) throws IOException {
    TurnsProject.in(folder()).with(Revisions.of(LINE));
    Picture.prepare(database);
    RetortSide retort = retort();
    try (AlembicSide alembic = alembic()) {
      for (int turn = 0; turn < 2; turn++) {
        assertTrue(alembic.move(database, Move.stamp("b")).done());
        database.execute("UPDATE alembic_version SET version_num = 'gone'");
        assertEquals(Ending.REFUSED, alembic.move(database, Move.upgrade("head")).ending());
        Outcome refused = retort.move(database, Move.upgrade("head"));
        assertEquals(Ending.REFUSED, refused.ending());
        assertTrue(refused.message().contains("gone"), refused.message());
        Move purge = new Move(Command.STAMP, List.of("a"), true);
        Outcome purged = turn == 0 ? alembic.move(database, purge) : retort.move(database, purge);
        assertTrue(purged.done(), purged.toString());
        assertEquals(List.of("a"), rows(database));
      }
    }
  }

  /** Alembic's usual run is one transaction, which {@code whole-run} is as well. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRevisionThatFailsLeavesTheRowsWhereTheOtherWouldLeaveThem(
      boolean whole, PgDatabase database) throws IOException {
    TurnsProject.in(
            folder(),
            whole ? List.of() : List.of("transaction_per_migration = true"),
            whole ? List.of("transaction = \"whole-run\"") : List.of())
        .with(Revisions.of(LINE))
        .write(3, Revisions.of("d<-c").getFirst(), "SELECT 1/0", "SELECT 1");
    PgDatabase other = database.another("retort");
    Picture.prepare(database);
    Picture.prepare(other);
    RetortSide retort = retort();
    try (AlembicSide alembic = alembic()) {
      assertEquals(Ending.CRASHED, alembic.move(database, Move.upgrade("head")).ending());
      assertEquals(1, retort.type(other, List.of("upgrade", "head")).exitCode());
      Picture left = Picture.of(database);
      assertEquals(whole ? Picture.NO_TABLE : List.of("c"), left.rows());
      assertEquals(left, Picture.of(other));
    }
  }
}
