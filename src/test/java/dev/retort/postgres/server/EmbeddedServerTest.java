package dev.retort.postgres.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.Folders;
import dev.retort.profile.Secret;
import dev.retort.testing.PgDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, killed at the worst moments; one data folder serves most of the tests. */
@Tag("db")
class EmbeddedServerTest {
  @TempDir static Path shared;

  private ServerRig rig = new ServerRig(shared, Duration.ofMillis(200));

  @AfterEach
  void leaveNothingBehind() {
    rig.cleanUp();
  }

  @Test
  void processesShareOneServerUntilTheLastIsKilled() {
    try (UserProcess first = rig.process();
        UserProcess second = rig.process()) {
      String port = first.ask("attach", "port");
      assertEquals(port, second.ask("attach", "port"));
      first.kill();
      assertEquals("yes", second.ask("SELECT 'yes'", "yes"));
      assertEquals(port, "port " + rig.server().status().port().orElseThrow());
    }
    rig.awaitSilence();
    assertFalse(rig.server().status().running());
  }

  @Test
  void aServerOfAnotherVersionRunsBesideItByBinariesThatAreInstalled() throws IOException {
    Path data = Files.createTempDirectory(shared, "other");
    Folders folders = new Folders(data, data, data);
    EmbeddedServer other =
        IntStream.of(17, 16, 15, 14, 13)
            .boxed()
            .flatMap(major -> installed(folders, major).stream())
            .findFirst()
            .orElseGet(() -> Assumptions.abort("no other PostgreSQL is installed here"));
    try (ServerHandle handle = other.attach()) {
      assertTrue(
          query(handle, "SHOW server_version").startsWith(String.valueOf(other.majorVersion())));
      assertFalse(rig.server().status().running());
    } finally {
      other.stop();
    }
  }

  @Test
  void binariesThatAreNotThereAreNoServer() {
    assertTrue(installed(rig.folders(), 9).isEmpty());
  }

  private static Optional<EmbeddedServer> installed(Folders folders, int major) {
    return new ShadowServers(folders, Duration.ofMillis(200))
        .installed(major, List.of(), ServerListener.NONE);
  }

  @Test
  void whatIsWrittenIsThereAfterTheServerWasAway() {
    try (ServerHandle handle = rig.server().attach()) {
      query(handle, "CREATE TABLE IF NOT EXISTS kept AS SELECT 'still here' AS text");
    }
    rig.awaitSilence();
    try (ServerHandle handle = rig.server().attach()) {
      assertEquals("still here", query(handle, "SELECT text FROM kept"));
      assertEquals("on", query(handle, "SHOW fsync"));
      assertEquals("UTF8", query(handle, "SHOW server_encoding"));
    }
  }

  @Test
  void aKilledServerIsStartedAgain() {
    try (ServerHandle first = rig.server().attach()) {
      ServerRig.kill(rig.postmaster());
      try (ServerHandle second = rig.server().attach()) {
        assertEquals("yes", query(second, "SELECT 'yes'"));
        assertTrue(first.port() > 0);
      }
    }
    rig.awaitSilence();
  }

  @Test
  void aKilledServersBusyChildrenDoNotKeepTheNextFromStarting() throws InterruptedException {
    try (ServerHandle first = rig.server().attach()) {
      // Counts for minutes without ever looking up.
      String busy = "SELECT count(*) FROM generate_series(1, 1000000000) WHERE random() < 2";
      Thread client = Thread.startVirtualThread(() -> query(first, busy));
      PgDatabase.await(
          "a busy child",
          () ->
              query(first, "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT count%'")
                  .equals("2"));
      ServerRig.kill(rig.postmaster());
      try (ServerHandle second = rig.server().attach()) {
        assertEquals("yes", query(second, "SELECT 'yes'"));
      }
      client.join();
    }
  }

  @Test
  void asRootWithoutUserNamespacesItRunsAsNobody(@TempDir Path own) throws IOException {
    Assumptions.assumeTrue("root".equals(System.getProperty("user.name")));
    Path commands = Files.createDirectories(own.resolve("commands"));
    Path unshare = Files.writeString(commands.resolve("unshare"), "#!/bin/sh\nexit 1\n");
    Files.setPosixFilePermissions(unshare, PosixFilePermissions.fromString("rwxr-xr-x"));
    rig = new ServerRig(own.resolve("data"), Duration.ofMillis(200));
    try (UserProcess user = rig.process("PATH", commands + ":" + System.getenv("PATH"))) {
      user.ask("attach", "port");
      assertEquals("yes", user.ask("SELECT 'yes'", "yes"));
      assertEquals("nobody", Files.getOwner(rig.places().data()).getName());
    }
    rig.awaitSilence();
    try (ServerHandle handle = rig.server().attach()) {
      assertEquals("yes", query(handle, "SELECT 'yes'"));
      assertEquals("root", Files.getOwner(rig.places().data()).getName());
    }
  }

  @Test
  void withAKilledSupervisorTheServerEndsToo() {
    try (ServerHandle first = rig.server().attach()) {
      ServerRig.kill(rig.supervisor());
      PgDatabase.await("the server's end", () -> Postmaster.find(rig.places().data()).isEmpty());
      try (ServerHandle second = rig.server().attach()) {
        assertEquals("yes", query(second, "SELECT 'yes'"));
        assertTrue(first.port() > 0);
      }
    }
    rig.awaitSilence();
  }

  @Test
  void afterBothWereKilledTheirFilesMisleadNobody() throws IOException {
    try (ServerHandle handle = rig.server().attach()) {
      query(handle, "CREATE TABLE IF NOT EXISTS never_thrown_away AS SELECT 'kept' AS text");
      query(handle, "CHECKPOINT");
      rig.killAll();
    }
    assertTrue(Files.exists(rig.places().users()));
    assertFalse(rig.server().status().running());
    // The number of a process that lives, but is another.
    Files.writeString(rig.places().supervisor(), ProcessHandle.current().pid() + "\n");
    try (ServerHandle handle = rig.server().attach()) {
      assertEquals("kept", query(handle, "SELECT text FROM never_thrown_away"));
    }
    assertTrue(rig.steps().stream().noneMatch(step -> step.startsWith("DISCARDING")));
  }

  @Test
  void aServerWithoutASupervisorIsStoppedAndStartedProperly() throws IOException {
    rig.server().attach().close();
    rig.awaitSilence();
    Process orphan = startOrphan();
    PgDatabase.await(
        "the orphan",
        () -> Postmaster.find(rig.places().data()).filter(Postmaster::ready).isPresent());
    try (ServerHandle handle = rig.server().attach()) {
      assertEquals("yes", query(handle, "SELECT 'yes'"));
      assertFalse(orphan.isAlive());
      assertNotEquals(orphan.pid(), rig.postmaster().pid());
    }
  }

  private Process startOrphan() throws IOException {
    Binaries binaries = Binaries.find(rig.places().binaries(), ServerListener.NONE);
    List<String> command =
        RunAs.find(shared)
            .command(
                List.of(
                    binaries.program("postgres"),
                    "-D",
                    rig.places().data().toString(),
                    "-p",
                    String.valueOf(Cluster.freePort()),
                    "-c",
                    "unix_socket_directories="));
    return Command.builder(shared, command)
        .redirectErrorStream(true)
        .redirectOutput(shared.resolve("orphan.log").toFile())
        .start();
  }

  @Test
  void whoIsKilledWhileStartingLeavesNothing() {
    try (UserProcess killed = rig.process()) {
      killed.tell("attach");
      killed.await("step STARTING");
    }
    rig.awaitSilence();
    try (ServerHandle handle = rig.server().attach()) {
      assertEquals("yes", query(handle, "SELECT 'yes'"));
    }
  }

  @Test
  void whoIsKilledWhileMakingTheDataFolderLeavesNoHalfOfIt(@TempDir Path own) throws IOException {
    rig = new ServerRig(own, Duration.ofMillis(200));
    try (UserProcess killed = rig.process()) {
      killed.tell("attach");
      killed.await("step CREATING");
      PgDatabase.await("initdb at work", () -> !rig.processes().isEmpty());
    }
    assertFalse(Files.exists(rig.places().cluster()));
    try (ServerHandle handle = rig.server().attach()) {
      assertEquals("yes", query(handle, "SELECT 'yes'"));
    }
    rig.awaitSilence();
    rig.server().attach().close();
  }

  @Test
  void allWhoComeAtOnceGetTheSameServer() throws Exception {
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      calls.add(
          () -> {
            try (ServerHandle handle = rig.server().attach()) {
              assertEquals("yes", query(handle, "SELECT 'yes'"));
              return handle.port();
            }
          });
    }
    try (UserProcess other = rig.process()) {
      other.tell("attach");
      List<Integer> ports = inParallel(calls);
      assertEquals("port " + ports.getFirst(), other.await("port"));
      assertEquals(1, ports.stream().distinct().count());
    }
  }

  @Test
  void whoComesWhileItClosesWaitsAndGetsOne() throws Exception {
    rig = new ServerRig(shared, Duration.ZERO);
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      calls.add(
          () -> {
            for (int round = 0; round < 8; round++) {
              try (ServerHandle handle = rig.server().attach()) {
                assertEquals("yes", query(handle, "SELECT 'yes'"));
              }
            }
            return 0;
          });
    }
    assertEquals(List.of(0, 0), inParallel(calls));
    rig.awaitSilence();
  }

  private static <T> List<T> inParallel(List<Callable<T>> calls)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(calls)) {
        results.add(future.get());
      }
      return results;
    }
  }

  /** Such as psql: it holds no FIFO, only a session. */
  @Test
  void anotherProgramsSessionKeepsItUp() throws Exception {
    Connection session;
    try (ServerHandle handle = rig.server().attach()) {
      session = ServerUser.connect(handle.settings("postgres"));
    }
    try (session) {
      // Several times what it would stop after.
      Thread.sleep(1500);
      assertTrue(rig.server().status().running());
      assertTrue(session.isValid(5));
    }
    rig.awaitSilence();
  }

  @Test
  void stoppingTakesItFromItsUsers() {
    try (ServerHandle handle = rig.server().attach()) {
      assertTrue(rig.server().stop());
      assertFalse(rig.server().status().running());
      assertNotEquals("yes", query(handle, "SELECT 'yes'"));
    }
    assertFalse(rig.server().stop());
  }

  @Test
  void dataOfAnotherVersionAreSetAside(@TempDir Path own) throws IOException {
    rig = new ServerRig(own, Duration.ofMillis(200));
    Path data = Files.createDirectories(rig.places().data());
    Files.writeString(data.resolve("PG_VERSION"), "13\n");
    try (ServerHandle handle = rig.server().attach()) {
      assertEquals("yes", query(handle, "SELECT 'yes'"));
    }
    try (Stream<Path> entries = Files.list(rig.places().home())) {
      Path aside =
          entries
              .filter(entry -> entry.getFileName().toString().startsWith("cluster-13-"))
              .findFirst()
              .orElseThrow();
      assertTrue(Files.exists(aside.resolve("data/PG_VERSION")));
      assertTrue(
          rig.steps().stream()
              .anyMatch(step -> step.startsWith("SET_ASIDE") && step.contains(aside.toString())));
    }
  }

  @Test
  void thePortStaysTheSameUnlessSomebodyElseHasIt() throws IOException {
    int port;
    try (ServerHandle handle = rig.server().attach()) {
      port = handle.port();
    }
    rig.awaitSilence();
    try (ServerHandle handle = rig.server().attach()) {
      assertEquals(port, handle.port());
    }
    rig.awaitSilence();
    try (ServerSocket squatter = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        ServerHandle handle = rig.server().attach()) {
      assertNotEquals(squatter.getLocalPort(), handle.port());
    }
  }

  @Test
  void onlyThePasswordOpensIt() throws IOException {
    try (ServerHandle handle = rig.server().attach()) {
      ConnectionSettings settings = handle.settings("postgres");
      assertEquals("yes", ServerUser.query(settings, "SELECT 'yes'"));
      assertTrue(
          ServerUser.query(settings.withPassword(new Secret("guess")), "SELECT 'yes'")
              .contains("password authentication failed"));
      assertEquals("127.0.0.1", query(handle, "SHOW listen_addresses"));
    }
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(rig.places().password())));
    assertFalse(rig.processes().toString().contains(Files.readString(rig.places().password())));
  }

  @Test
  void aServerThatCannotStartSaysWhy() throws IOException {
    rig.server().attach().close();
    rig.awaitSilence();
    Path config = rig.places().data().resolve("postgresql.conf");
    String sound = Files.readString(config);
    Files.writeString(config, sound + "\nnonsense_setting = 1\n");
    try {
      ServerException e = assertThrows(ServerException.class, () -> rig.server().attach());
      assertEquals("sandbox-start", e.code());
      assertTrue(e.message().contains("nonsense_setting"), e.message());
    } finally {
      Files.writeString(config, sound);
    }
    rig.awaitSilence();
  }

  @Test
  void aFolderThatCannotBeIsATypedError(@TempDir Path own) throws IOException {
    Path file = Files.writeString(own.resolve("file"), "");
    ServerRig nowhere = new ServerRig(file, Duration.ZERO);
    ServerException e = assertThrows(ServerException.class, () -> nowhere.server().attach());
    assertEquals("sandbox-files", e.code());
  }

  private static String query(ServerHandle handle, String sql) {
    return ServerUser.query(handle.settings("postgres"), sql);
  }
}
