package dev.retort.postgres.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.postgres.server.ServerHandle;
import dev.retort.postgres.server.ServerListener;
import dev.retort.postgres.server.ServerRig;
import dev.retort.postgres.server.ServerUser;
import dev.retort.postgres.server.UserProcess;
import dev.retort.problem.RetortException.Kind;
import dev.retort.revision.Script;
import dev.retort.revision.TransactionMode;
import dev.retort.testing.PgDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("db")
class SandboxTest {
  private static final List<Script> BASELINE =
      List.of(
          Script.of("CREATE TABLE a (n int); INSERT INTO a VALUES (1);"),
          Script.of("BEGIN; INSERT INTO a SELECT n + 1 FROM a; COMMIT;"));

  @TempDir static Path shared;

  private static ServerRig rig;
  private static ServerHandle server;

  @TempDir Path project;
  private Sandbox sandbox;

  @BeforeAll
  static void startServer() {
    rig = new ServerRig(shared, Duration.ofMillis(200));
    server = rig.server().attach();
  }

  @AfterAll
  static void stopServer() {
    server.close();
    rig.cleanUp();
  }

  @BeforeEach
  void createSandbox() {
    sandbox = new Sandbox(rig.server(), ServerListener.NONE);
  }

  @Test
  void theFirstUseMakesTheDatabaseWithItsBaseline() {
    try (SandboxDatabase first = sandbox.open(project, BASELINE)) {
      assertTrue(first.fresh());
      assertEquals("3", query(first, "SELECT sum(n) FROM a"));
      assertEquals("1", query(first, "INSERT INTO a VALUES (7) RETURNING 1"));
    }
    try (SandboxDatabase second = sandbox.open(project, BASELINE)) {
      assertFalse(second.fresh());
      assertFalse(second.baselineChanged());
      assertEquals("10", query(second, "SELECT sum(n) FROM a"));
    }
  }

  @Test
  void projectsDoNotMix(@TempDir Path other) {
    try (SandboxDatabase one = sandbox.open(project, BASELINE);
        SandboxDatabase two = sandbox.open(other, List.of())) {
      assertEquals("2", query(one, "SELECT count(*) FROM a"));
      assertTrue(query(two, "SELECT count(*) FROM a").contains("does not exist"));
    }
  }

  @Test
  void aChangedBaselineIsToldAndAResetBringsItIn() {
    sandbox.open(project, BASELINE).close();
    List<Script> changed = List.of(Script.of("CREATE TABLE b ();"));
    try (SandboxDatabase old = sandbox.open(project, changed)) {
      assertTrue(old.baselineChanged());
      assertEquals("2", query(old, "SELECT count(*) FROM a"));
      try (SandboxDatabase fresh = sandbox.reset(project, changed)) {
        assertTrue(fresh.fresh());
        assertFalse(fresh.baselineChanged());
        assertEquals("0", query(fresh, "SELECT count(*) FROM b"));
      }
    }
  }

  @Test
  void aFailingBaselineSaysWhereAndLeavesNothing() {
    Path file = project.resolve("002.sql");
    String sql = "CREATE TABLE a ();\n\nSELECT 1,\n  nonsense;\n";
    Script failing = new Script(TransactionMode.AUTOCOMMIT, sql, 1, Optional.of(file));
    SandboxException e =
        assertThrows(SandboxException.class, () -> sandbox.open(project, List.of(failing)));
    assertEquals("baseline-failed", e.code());
    assertEquals(Kind.INPUT, e.kind());
    assertEquals(file.toString(), e.details().get("file"));
    assertEquals(4, e.details().get("line"));
    assertEquals("42703", e.details().get("sqlstate"));
    assertTrue(e.message().contains(file + ":4"), e.message());
    assertEquals(List.of(), databases());
    try (SandboxDatabase database = sandbox.open(project, BASELINE)) {
      assertTrue(database.fresh());
    }
  }

  @Test
  void aTransactionThatIsLeftOpenIsAFailure() {
    SandboxException e =
        assertThrows(
            SandboxException.class,
            () -> sandbox.open(project, List.of(Script.of("BEGIN; CREATE TABLE a ();"))));
    assertTrue(e.message().contains("does not end it"), e.message());
    assertEquals(List.of(), databases());
  }

  @Test
  void aRoleThatIsThereAlreadyStopsNoBaseline() {
    List<Script> roles =
        List.of(
            Script.of("CREATE ROLE sandbox_role;"),
            Script.of("BEGIN; CREATE ROLE sandbox_role; CREATE TABLE t (); COMMIT;"));
    sandbox.open(project, roles).close();
    try (SandboxDatabase again = sandbox.reset(project, roles)) {
      assertEquals("0", query(again, "SELECT count(*) FROM t"));
    }
  }

  @Test
  void ofManyWhoComeAtOnceOneMakesIt() throws Exception {
    Callable<Boolean> open =
        () -> {
          try (SandboxDatabase database = sandbox.open(project, BASELINE)) {
            assertEquals("3", query(database, "SELECT sum(n) FROM a"));
            return database.fresh();
          }
        };
    List<Boolean> fresh = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Boolean> future : threads.invokeAll(List.of(open, open, open, open))) {
        fresh.add(future.get());
      }
    }
    assertEquals(1, fresh.stream().filter(made -> made).count());
  }

  @Test
  void whoIsKilledInTheMiddleOfABaselineLeavesNoHalfOfIt() throws IOException {
    try (UserProcess killed =
        UserProcess.start(
            SandboxUser.class,
            Map.of(),
            shared.toString(),
            rig.folders().cache().toString(),
            project.toString(),
            "CREATE TABLE half (); SELECT pg_sleep(600);")) {
      killed.await("step BASELINE");
      PgDatabase.await(
          "the half of it",
          () ->
              admin(
                      "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)%'"
                          + " AND pid <> pg_backend_pid()")
                  .equals("1"));
    }
    try (SandboxDatabase database = sandbox.open(project, BASELINE)) {
      assertTrue(database.fresh());
      assertTrue(query(database, "SELECT count(*) FROM half").contains("does not exist"));
      assertEquals(List.of(database.key().database()), databases());
    }
  }

  @Test
  void aServerThatDiesBetweenTwoUsesIsNoObstacle() throws IOException {
    sandbox.open(project, BASELINE).close();
    rig.server().stop();
    try (SandboxDatabase database = sandbox.open(project, BASELINE)) {
      assertEquals("3", query(database, "SELECT sum(n) FROM a"));
    } finally {
      server = rig.server().attach();
    }
    assertTrue(Files.exists(shared));
  }

  /** The databases of this test's project, finished or not. */
  private List<String> databases() {
    String database = ProjectKey.of(project).database();
    String hash = database.substring(database.length() - 8);
    String all =
        admin(
            "SELECT string_agg(datname, ',') FROM pg_database WHERE datname LIKE '%" + hash + "%'");
    return all.equals("null") ? List.of() : List.of(all.split(",", -1));
  }

  private static String admin(String sql) {
    return ServerUser.query(server.settings("postgres"), sql);
  }

  private static String query(SandboxDatabase database, String sql) {
    return ServerUser.query(database.settings(), sql);
  }
}
