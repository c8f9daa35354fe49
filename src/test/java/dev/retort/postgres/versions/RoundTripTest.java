package dev.retort.postgres.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.plan.Plan;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.testing.TcpProxy;
import dev.retort.testing.TestPlan;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How often the client and the server take turns, counted on the wire. */
@Tag("db")
@ExtendWith(PgExtension.class)
class RoundTripTest {
  /** TLS is asked for and refused, then the start-up packet; trust needs no more. */
  private static final int CONNECTING = 2;

  /** The lock with all that is to be known at the start; then the heads. */
  private static final int BEGINNING = 2;

  /** Letting go of the lock. */
  private static final int ENDING = 1;

  private static int roundTrips(PgDatabase database, Plan plan) {
    try (TcpProxy proxy = TcpProxy.before(database)) {
      Runs.on(database.settings("postgres", proxy.port())).run(plan);
      assertEquals(1, proxy.connections());
      return proxy.roundTrips();
    }
  }

  @Test
  void aStepTakesARoundTripAStatementAndOneForItsEnd(PgDatabase database) {
    Runs.on(database).run(TestPlan.from().to("a", "SELECT 1").plan());
    Plan plan = TestPlan.from("a").to("b", "SELECT 1", "SELECT 2").to("c", "SELECT 3").plan();
    assertEquals(CONNECTING + BEGINNING + 3 + 2 + ENDING, roundTrips(database, plan));
  }

  @Test
  void aStepWithoutStatementsTakesOne(PgDatabase database) {
    Runs.on(database).run(TestPlan.from().to("a", "SELECT 1").plan());
    assertEquals(
        CONNECTING + BEGINNING + 1 + ENDING,
        roundTrips(database, TestPlan.from("a").to("merge").plan()));
  }

  @Test
  void aStampTakesOneHoweverManyRowsItWrites(PgDatabase database) {
    Runs.on(database).run(TestPlan.from().to("a", "SELECT 1").plan());
    assertEquals(
        CONNECTING + BEGINNING + 1 + ENDING,
        roundTrips(database, TestPlan.from("a").stamp("b").stamp("c").stamp("d").plan()));
  }

  @Test
  void makingTheVersionTableTakesOneMoreAndReadingItOneLess(PgDatabase database) {
    assertEquals(
        CONNECTING + BEGINNING - 1 + 1 + 2 + ENDING,
        roundTrips(database, TestPlan.from().to("a", "SELECT 1").plan()));
  }

  @Test
  void anAutocommitStatementTakesTwoAsItsMarkGoesBefore(PgDatabase database) {
    Runs.on(database).run(TestPlan.from().to("a", "SELECT 1").plan());
    assertEquals(
        CONNECTING + BEGINNING + 4 + 1 + ENDING,
        roundTrips(database, TestPlan.from("a").autocommit("b", "SELECT 1", "SELECT 2").plan()));
  }

  @Test
  void theStateOfADatabaseTakesTwo(PgDatabase database) {
    Runs.on(database).run(TestPlan.from().to("a", "SELECT 1").plan());
    try (TcpProxy proxy = TcpProxy.before(database)) {
      Runs.on(database.settings("postgres", proxy.port())).database().state();
      assertEquals(CONNECTING + 2, proxy.roundTrips());
    }
  }

  @Test
  void aThousandBriefStepsTakeAThousandRoundTrips(PgDatabase database) {
    TestPlan plan = TestPlan.from();
    for (int step = 0; step < 1000; step++) {
      plan.to("r" + step, "CREATE TABLE t" + step + " ()");
    }
    int roundTrips = roundTrips(database, plan.plan());
    assertEquals(CONNECTING + BEGINNING - 1 + 1 + 1000 + ENDING, roundTrips);
    assertEquals(List.of("r999"), database.query("SELECT version_num FROM alembic_version"));
    assertTrue(database.holds("to_regclass('t999') IS NOT NULL"));
  }

  @Test
  void whatMayTakeLongIsAnsweredBeforeTheCommitIsSent(PgDatabase database) {
    Runs.on(database).run(TestPlan.from().to("a", "CREATE TABLE t (x int)").plan());
    Plan plan =
        TestPlan.from("a")
            .to("b", "CREATE INDEX ON t (x)")
            .to("c", "CREATE TABLE u AS SELECT x FROM t")
            .to("d", "COMMENT ON TABLE u IS 'u'", "ALTER TABLE u ADD y int")
            .to("e", "GRANT SELECT ON u TO public", "COMMENT ON TABLE u IS 'v'")
            .plan();
    assertEquals(CONNECTING + BEGINNING + 2 + 2 + 2 + 1 + ENDING, roundTrips(database, plan));
  }
}
