package dev.retort.postgres.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.execute.Retries;
import dev.retort.execute.RunEvent;
import dev.retort.execute.RunOptions;
import dev.retort.execute.RunOptions.Scope;
import dev.retort.execute.RunResult;
import dev.retort.execute.failure.ConnectionFailedException;
import dev.retort.execute.failure.RunDisconnectedException;
import dev.retort.execute.failure.RunFailedException;
import dev.retort.execute.failure.StatementFailedException;
import dev.retort.execute.state.DatabaseState;
import dev.retort.graph.RevisionGraph;
import dev.retort.plan.Interruption;
import dev.retort.plan.Plan;
import dev.retort.plan.resume.Choice;
import dev.retort.plan.resume.Resumer;
import dev.retort.profile.ConnectionSettings;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.TransactionMode;
import dev.retort.revision.WayBack;
import dev.retort.testing.FaultProxy;
import dev.retort.testing.FaultProxy.Fault;
import dev.retort.testing.FaultProxy.Harm;
import dev.retort.testing.FaultProxy.Moment;
import dev.retort.testing.FaultProxy.Way;
import dev.retort.testing.FaultProxy.Where;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.testing.TestPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A network that cuts, delays and swallows at chosen messages of a run: what is told afterwards is
 * what the database holds, and the next run completes.
 */
@Tag("db")
@ExtendWith(PgExtension.class)
class NetworkTest {
  /** Not the checks of the lock, which give one of its two holds back for a moment. */
  private static final String UNLOCK = "SELECT CASE WHEN pg_catalog.pg_advisory_unlock";

  private static final String TABLE = "CREATE TABLE one (x int)";
  private static final String INDEX = "CREATE INDEX CONCURRENTLY i ON one (x)";
  private static final String LAST = "CREATE TABLE two ()";

  /** How long the server may be silent where answers are swallowed. */
  private static final Duration TIMEOUT = Duration.ofMillis(300);

  /** What each revision makes, in order. */
  private static final Map<String, String> MADE = Map.of("a", "one", "b", "i", "c", "two");

  /** A moment with a name. */
  record Case(String name, Moment moment, Harm harm) {
    @Override
    public String toString() {
      return harm + " " + moment.where() + " " + name;
    }
  }

  /** Every moment, with the places in it that matter most. */
  static Stream<Case> inShort() {
    return Stream.of(
            toServer("the first packet", Where.BEFORE, text -> text.contains("user\0")),
            toClient("the first answer", Where.MIDDLE, text -> text.startsWith("R")),
            toServer("the lock", Where.BEFORE, query("pg_try_advisory_lock")),
            toServer("the lock", Where.AFTER, query("pg_try_advisory_lock")),
            toServer("the first statement", Where.MIDDLE, query(TABLE)),
            toClient("the first statement's end", Where.BEFORE, ends("CREATE TABLE")),
            toServer("the first commit", Where.BEFORE, commits("INSERT INTO public")),
            toServer("the first commit", Where.AFTER, commits("INSERT INTO public")),
            toClient("the first commit's end", Where.BEFORE, ends("COMMIT")),
            toServer("the mark", Where.AFTER, query("retort-mark")),
            toServer("the index", Where.BEFORE, query(INDEX)),
            toServer("the index", Where.AFTER, query(INDEX)),
            toServer("the index's commit", Where.AFTER, commits("SET version_num = 'b'")),
            toServer("the last statement", Where.AFTER, query(LAST)),
            toServer("the last commit", Where.MIDDLE, commits("retort_move('b', 'c')")),
            toServer("the unlocking", Where.BEFORE, query(UNLOCK)))
        .flatMap(NetworkTest::harmed);
  }

  /** Every moment, at its beginning, in its middle and at its end. */
  static Stream<Case> atLength() {
    return inShort()
        .filter(some -> some.harm() == Harm.CUT)
        .flatMap(
            some ->
                Stream.of(Where.values())
                    .map(
                        where ->
                            new Case(
                                some.name(),
                                new Moment(some.moment().way(), where, some.moment().message()),
                                some.harm())))
        .flatMap(NetworkTest::harmed);
  }

  private static Stream<Case> harmed(Case some) {
    return Stream.of(Harm.values()).map(harm -> new Case(some.name(), some.moment(), harm));
  }

  private static Case toServer(String name, Where where, Predicate<String> message) {
    return new Case(name, new Moment(Way.TO_SERVER, where, message), Harm.CUT);
  }

  private static Case toClient(String name, Where where, Predicate<String> message) {
    return new Case(name, new Moment(Way.TO_CLIENT, where, message), Harm.CUT);
  }

  private static Predicate<String> query(String text) {
    return message -> message.startsWith("Q") && message.contains(text);
  }

  private static Predicate<String> commits(String write) {
    return message -> query(write).test(message) && message.contains("COMMIT");
  }

  private static Predicate<String> ends(String tag) {
    return message -> message.startsWith("C" + tag);
  }

  /** Lateness harms least, so only every third moment comes late here. */
  @Test
  void whatIsToldIsWhatIsSo(PgDatabase database) {
    List<Case> cases = inShort().toList();
    for (int i = 0; i < cases.size(); i++) {
      if (cases.get(i).harm() != Harm.DELAY || i % 9 < 3) {
        play(cases.get(i), database);
      }
    }
  }

  @Tag("slow")
  @Test
  void whatIsToldIsWhatIsSoAtLength(PgDatabase database) {
    atLength().forEach(some -> play(some, database));
  }

  @Test
  void aRollbackThatIsLostIsOneAllTheSame(PgDatabase database) {
    Plan failing = TestPlan.from().to("a", TABLE, "SELECT 1 / 0").plan();
    Stream.of(Where.BEFORE, Where.AFTER)
        .map(where -> toServer("the rollback", where, query("ROLLBACK")))
        .flatMap(NetworkTest::harmed)
        .forEach(
            some -> {
              try (FaultProxy proxy = FaultProxy.before(database, fault(some))) {
                StatementFailedException failed =
                    assertThrows(
                        StatementFailedException.class,
                        () -> through(proxy, database, some, TIMEOUT).run(failing));
                assertTrue(failed.message().contains("division by zero"), failed.message());
                assertEquals(Optional.of(List.of()), failed.aftermath().heads());
                assertTrue(proxy.done(), "the moment never came");
                assertNobodyHoldsAnything(database);
              }
            });
    assertTrue(database.holds("to_regclass('one') IS NULL"));
  }

  @Test
  void aLockThatCouldNotBeGivenBackIsFreeAllTheSame(PgDatabase database) {
    Case some =
        new Case(
            "the unlocking", new Moment(Way.TO_SERVER, Where.BEFORE, query(UNLOCK)), Harm.SWALLOW);
    try (FaultProxy proxy = FaultProxy.before(database, fault(some))) {
      through(proxy, database, some, TIMEOUT).run(TestPlan.from().to("a", TABLE).plan());
      assertNobodyHoldsAnything(database);
    }
  }

  @Test
  void aStatementThatTakesLongIsLeftAlone(PgDatabase database) {
    Runs runs = Runs.on(database).with(options(Duration.ofMillis(100)));
    runs.run(TestPlan.from().to("a", "SELECT pg_sleep(2)").plan());
    assertEquals(ids("a"), heads(database));
  }

  @Test
  void aServerOutOfReachIsNotWaitedForAndNotGuessedAt(PgDatabase database) {
    String statement = "CREATE TABLE one AS SELECT 1 AS x";
    RunDisconnectedException lost = outOfReach(database, statement);
    assertTrue(lost.message().contains("could not be seen"), lost.message());
    assertEquals(Optional.of(List.of()), lost.aftermath().heads());
    assertTrue(database.holds("to_regclass('one') IS NULL"));
  }

  @Test
  void whereTheCommitWasOnItsWayAsWellItIsOwnedUpTo(PgDatabase database) {
    RunDisconnectedException lost = outOfReach(database, TABLE);
    assertTrue(
        lost.message().contains("Whether revision a was applied could not be found out"),
        lost.message());
    assertEquals(Optional.empty(), lost.aftermath().heads());
    assertTrue(database.holds("to_regclass('one') IS NULL"));
  }

  /** The statement gets lost on its way, and so does everything after it. */
  private static RunDisconnectedException outOfReach(PgDatabase database, String statement) {
    Case some =
        new Case(
            "the statement",
            new Moment(Way.TO_SERVER, Where.BEFORE, query(statement)),
            Harm.SWALLOW);
    try (FaultProxy proxy = FaultProxy.before(database, fault(some))) {
      Runs runs =
          through(proxy, database, some, TIMEOUT).when(RunEvent.LockTaken.class, proxy::refuse);
      RunDisconnectedException lost =
          assertThrows(
              RunDisconnectedException.class,
              () -> runs.run(TestPlan.from().to("a", statement).plan()));
      assertTrue(lost.message().contains("out of reach"), lost.message());
      return lost;
    }
  }

  private static void assertNobodyHoldsAnything(PgDatabase database) {
    database.await(
        "NOT EXISTS (SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
            + " WHERE d.datname = current_database() AND l.locktype = 'advisory')");
  }

  private static Fault fault(Case some) {
    return new Fault(some.moment(), some.harm(), Duration.ofMillis(150));
  }

  private static Runs through(FaultProxy proxy, PgDatabase database, Case some, Duration timeout) {
    ConnectionSettings settings =
        new ConnectionSettings(
            database.settings("postgres", proxy.port()).hosts(),
            database.name(),
            "postgres",
            Optional.empty(),
            Map.of("loginTimeout", "1"));
    Duration networkTimeout = some.harm() == Harm.SWALLOW ? timeout : Duration.ofSeconds(20);
    return Runs.on(settings).with(options(networkTimeout));
  }

  private static RunOptions options(Duration networkTimeout) {
    return new RunOptions(
        Duration.ofSeconds(5),
        Duration.ZERO,
        Duration.ofSeconds(20),
        Retries.of(0),
        networkTimeout,
        Scope.PER_REVISION);
  }

  /**
   * On a busy machine the time-out may strike before the moment comes: then with a longer one, and
   * from the beginning.
   */
  private static void play(Case some, PgDatabase database) {
    try {
      Duration timeout = TIMEOUT;
      boolean came = false;
      for (int attempt = 0; attempt < 3 && !came; attempt++) {
        assertNobodyHoldsAnything(database);
        database.execute("DROP TABLE IF EXISTS one, two, alembic_version");
        came = disturb(some, database, timeout);
        timeout = timeout.multipliedBy(5);
      }
      assertTrue(came, "the moment never came");
      complete(database);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(some.toString(), e);
    }
  }

  /** Whether the moment came. */
  private static boolean disturb(Case some, PgDatabase database, Duration timeout) {
    try (FaultProxy proxy = FaultProxy.before(database, fault(some))) {
      try {
        RunResult result = through(proxy, database, some, timeout).run(rest(List.of()));
        assertEquals(ids("c"), result.headsAfter());
        assertEquals(ids("c"), heads(database));
      } catch (RunFailedException e) {
        assertTrue(some.harm() != Harm.DELAY, e.message());
        check(e, database);
      } catch (ConnectionFailedException e) {
        assertTrue(some.harm() != Harm.DELAY, e.message());
        assertEquals(List.of(), heads(database));
      }
      return proxy.done();
    }
  }

  /** The failure's own account of the database, against the database. */
  private static void check(RunFailedException failure, PgDatabase database) {
    List<RevisionId> heads = heads(database);
    failure.aftermath().heads().ifPresent(told -> assertEquals(told, heads, failure.message()));
    if (failure.aftermath().heads().isEmpty()) {
      assertTrue(failure.message().contains("had not begun"), failure.message());
      assertEquals(List.of(), heads);
    }
    int done = heads.isEmpty() ? 0 : heads.getFirst().value().charAt(0) - 'a' + 1;
    assertEquals(done, failure.aftermath().stepsDone(), failure.message());
    boolean marked = interruption(database).isPresent();
    for (int i = 0; i < 3; i++) {
      String revision = String.valueOf((char) ('a' + i));
      boolean there = database.holds("to_regclass('" + MADE.get(revision) + "') IS NOT NULL");
      boolean unsure = marked && i == done;
      assertTrue(unsure || there == i < done, revision + ": " + failure.message());
    }
  }

  private static List<RevisionId> heads(PgDatabase database) {
    return Runs.on(database).database().state().heads();
  }

  private static Optional<Interruption> interruption(PgDatabase database) {
    return Runs.on(database).database().state().interruption();
  }

  /** The next run; where a mark tells of a stop, what {@code retort resume} would do first. */
  private static void complete(PgDatabase database) {
    if (interruption(database).isPresent()) {
      assertNobodyHoldsAnything(database);
      DatabaseState state = Runs.on(database).database().state();
      Interruption mark = state.stopped().orElseThrow();
      assertEquals(new RevisionId("b"), mark.revision());
      Resumer resumer = new Resumer(graph(), state.heads(), mark, state.traces());
      Runs.on(database).run(resumer.finish(Choice.PROVEN));
      assertEquals(ids("b"), heads(database));
      assertTrue(interruption(database).isEmpty());
    }
    Runs.on(database).run(rest(heads(database)));
    assertEquals(ids("c"), heads(database));
    assertTrue(
        database.holds("(SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('i'))"));
    assertTrue(database.holds("to_regclass('two') IS NOT NULL"));
  }

  /** The revisions of {@link #rest}, as files would have them. */
  private static RevisionGraph graph() {
    return RevisionGraph.of(
        List.of(
            revision("a", List.of(), TransactionMode.TRANSACTIONAL, TABLE),
            revision("b", ids("a"), TransactionMode.AUTOCOMMIT, INDEX),
            revision("c", ids("b"), TransactionMode.TRANSACTIONAL, LAST)));
  }

  private static Revision revision(
      String id, List<RevisionId> revises, TransactionMode mode, String sql) {
    return new Revision(
        new RevisionId(id),
        revises,
        List.of(),
        List.of(),
        id,
        Optional.empty(),
        new Script(mode, sql + ";\n", 1, Optional.empty()),
        new WayBack.Missing(),
        Optional.empty(),
        Optional.empty());
  }

  private static Plan rest(List<RevisionId> heads) {
    int done = heads.isEmpty() ? 0 : heads.getFirst().value().charAt(0) - 'a' + 1;
    TestPlan plan = TestPlan.from(heads.stream().map(RevisionId::value).toArray(String[]::new));
    if (done < 1) {
      plan.to("a", TABLE, "INSERT INTO one VALUES (1)");
    }
    if (done < 2) {
      plan.autocommit("b", INDEX);
    }
    if (done < 3) {
      plan.to("c", LAST);
    }
    return plan.plan();
  }

  private static List<RevisionId> ids(String... values) {
    return Stream.of(values).map(RevisionId::new).toList();
  }
}
