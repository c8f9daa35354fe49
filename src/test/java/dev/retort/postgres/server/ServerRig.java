package dev.retort.postgres.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.profile.Folders;
import dev.retort.testing.PgDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A server of a test's own: its folders, and its processes seen from outside. */
public final class ServerRig {
  private static final Path CACHE = Path.of("target", "sandbox-cache").toAbsolutePath();

  private final Path data;
  private final Folders folders;
  private final Duration linger;
  private final Places places;
  private final List<String> steps = new CopyOnWriteArrayList<>();

  /** In a folder; the binaries are shared by all tests. */
  public ServerRig(Path data, Duration linger) {
    this(data, new Folders(data, data, CACHE), linger, Purpose.SANDBOX);
  }

  private ServerRig(Path data, Folders folders, Duration linger, Purpose purpose) {
    this.data = data;
    this.folders = folders;
    this.linger = linger;
    this.places =
        switch (purpose) {
          case SANDBOX -> Places.in(folders);
          case SHADOW -> Places.ofShadows(folders, builtInMajor(folders));
        };
  }

  /** A shadow server, which lives in a cache: one of its own, with the binaries of all tests. */
  static ServerRig ofShadows(Path data, Duration linger) throws IOException {
    Path cache = Files.createDirectories(data.resolve("cache"));
    Path binaries = cache.resolve("postgres");
    if (!Files.exists(binaries)) {
      Files.createSymbolicLink(binaries, Files.createDirectories(CACHE.resolve("postgres")));
    }
    return new ServerRig(data, new Folders(data, data, cache), linger, Purpose.SHADOW);
  }

  private static int builtInMajor(Folders folders) {
    return Binaries.find(Places.in(folders).binaries(), ServerListener.NONE).major();
  }

  /** The folders the server lives in. */
  public Folders folders() {
    return folders;
  }

  /** The server, used by this process. */
  public EmbeddedServer server() {
    ServerListener listener = (step, detail) -> steps.add(step + " " + detail);
    return switch (places.purpose()) {
      case SANDBOX -> new EmbeddedServer(folders, linger, listener);
      case SHADOW -> shadows().builtIn(listener);
    };
  }

  /** All shadow servers in these folders. */
  ShadowServers shadows() {
    return new ShadowServers(folders, linger);
  }

  /** Kills the server and what would stop it properly, as the end of the machine does. */
  void killAll() {
    ProcessHandle postmaster = postmaster();
    kill(supervisor());
    kill(postmaster);
  }

  /** Another process that may use the server. */
  UserProcess process() {
    return process("RETORT_TEST", "");
  }

  /** The same, with a variable set in its environment. */
  UserProcess process(String variable, String value) {
    try {
      return UserProcess.start(
          ServerUser.class,
          Map.of(variable, value),
          data.toString(),
          CACHE.toString(),
          String.valueOf(linger.toMillis()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Places places() {
    return places;
  }

  /** The steps that this process was told of. */
  List<String> steps() {
    return steps;
  }

  ProcessHandle supervisor() {
    return new Supervisor(places).find().orElseThrow();
  }

  ProcessHandle postmaster() {
    return Postmaster.find(places.data()).orElseThrow().process();
  }

  static void kill(ProcessHandle process) {
    process.destroyForcibly();
    PgDatabase.await("the end of " + process.pid(), () -> !lives(process));
  }

  private static boolean lives(ProcessHandle process) {
    return process.isAlive() && process.info().commandLine().isPresent();
  }

  /** Waits until nothing of the server runs. */
  public void awaitSilence() {
    PgDatabase.await("silence in " + data, () -> processes().isEmpty());
  }

  /** Every process that names the server's folder or bears its title. */
  List<String> processes() {
    Stream<String> named =
        ProcessHandle.allProcesses()
            .flatMap(process -> process.info().commandLine().stream())
            .filter(line -> line.contains(places.home().toString()));
    Stream<String> titled =
        Live.titled("postgres: " + places.clusterName()).stream().map(ProcessHandle::toString);
    return Stream.concat(named, titled).toList();
  }

  /** Ends whatever a failed test has left. */
  public void cleanUp() {
    server().stop();
    Optional<String> left = processes().stream().findFirst();
    if (left.isPresent()) {
      awaitSilence();
    }
    assertEquals(List.of(), processes());
  }
}
