package dev.retort.postgres.server;

import dev.retort.profile.Folders;
import dev.retort.profile.Secret;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * An embedded server of the user's: the sandbox, or one of the {@link ShadowServers}. Attaching to
 * a server that runs takes a few file reads; else it is started, which the first time also means to
 * unpack it and to make its data folder.
 *
 * <p>For several threads and several processes. Blocks; an interrupted thread gives up.
 */
public final class EmbeddedServer {
  /** How long the server outlives its last user by default: long enough for the next command. */
  public static final Duration LINGER = Duration.ofSeconds(10);

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration RECOVERY = Duration.ofMinutes(1);
  private static final Duration CLOSING = Duration.ofSeconds(30);
  private static final int STARTS = 4;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final int PAUSES_PER_CHECK = 20;
  private static final int PAUSES_TO_BEGIN = 1000;

  private final Places places;
  private final Duration linger;
  private final ServerListener listener;
  private final Cluster cluster;
  private final Supervisor supervisor;
  private final Supplier<Binaries> binaries;

  /** The sandbox's server, which lives in the user's folders. */
  public EmbeddedServer(Folders folders, Duration linger, ServerListener listener) {
    this(
        Places.in(folders),
        () -> Binaries.find(Places.in(folders).binaries(), listener),
        linger,
        listener);
  }

  /**
   * A server in places of its own.
   *
   * @param binaries asked when they are needed
   */
  EmbeddedServer(
      Places places, Supplier<Binaries> binaries, Duration linger, ServerListener listener) {
    this.places = places;
    this.binaries = binaries;
    this.linger = linger;
    this.listener = listener;
    this.cluster = new Cluster(places, listener);
    this.supervisor = new Supervisor(places);
  }

  /**
   * What is known without starting anything.
   *
   * @param port the port on 127.0.0.1 where it runs
   */
  public record Status(boolean running, Optional<Integer> port, Path data, Path log) {}

  /** How the server is at this moment; starts nothing. */
  public Status status() {
    Optional<Postmaster> postmaster = Postmaster.find(places.data()).filter(Postmaster::ready);
    return new Status(
        postmaster.isPresent(), postmaster.map(Postmaster::port), places.data(), places.log());
  }

  /**
   * The major version of PostgreSQL that it is; starts nothing, but unpacks the binaries if nobody
   * has yet.
   *
   * @throws ServerException if they cannot be
   */
  public int majorVersion() {
    refuseWhereUnsupported(places.purpose());
    return binaries.get().major();
  }

  /**
   * The running server; started if need be.
   *
   * @throws ServerException if it cannot be, with code {@code sandbox-…} and what to do
   */
  public ServerHandle attach() {
    refuseWhereUnsupported(places.purpose());
    try {
      Optional<ServerHandle> running = join();
      if (running.isPresent()) {
        return running.get();
      }
      return StartLock.holding(places.lock(), PATIENCE, this::attachLocked);
    } catch (IOException e) {
      throw ServerException.io("The " + places.purpose().words() + " cannot be started", e);
    }
  }

  /**
   * Stops the server, whoever uses it; whether there was anything to stop.
   *
   * @throws ServerException if it does not stop
   */
  public boolean stop() {
    if (!Files.isDirectory(places.home())) {
      return false;
    }
    try {
      return StartLock.holding(
          places.lock(),
          PATIENCE,
          () -> {
            boolean any =
                supervisor.find().isPresent() || Postmaster.find(places.data()).isPresent();
            stopLocked();
            return any;
          });
    } catch (IOException e) {
      throw ServerException.io("The " + places.purpose().words() + " cannot be stopped", e);
    }
  }

  /** The quick way: everything is up, and this process becomes one more user. */
  private Optional<ServerHandle> join() throws IOException {
    Optional<UserPipe> pipe = UserPipe.open(places);
    if (pipe.isEmpty()) {
      return Optional.empty();
    }
    Optional<Postmaster> postmaster =
        supervisor.find().flatMap(parent -> Postmaster.find(places.data()));
    if (postmaster.filter(Postmaster::ready).isEmpty()) {
      pipe.get().close();
      return Optional.empty();
    }
    Secret password = cluster.password();
    return Optional.of(new ServerHandle(pipe.get(), postmaster.get().port(), password));
  }

  /** Nobody else starts or stops it now, but a server may be there in any state. */
  private ServerHandle attachLocked() throws IOException {
    Optional<ServerHandle> running = settle();
    if (running.isPresent()) {
      return running.get();
    }
    Binaries programs = binaries.get();
    RunAs runAs = RunAs.find(places.home());
    cluster.prepare(programs, runAs);
    listener.begin(ServerListener.Step.STARTING, programs.version());
    for (int start = 1; ; start++) {
      Postmaster.removeStaleFile(places.data());
      int port = start == 1 ? cluster.choosePort() : Cluster.freePort();
      Optional<ServerHandle> started = start(programs, runAs, port);
      if (started.isPresent()) {
        return started.get();
      }
      stopLocked();
      if (start == STARTS) {
        throw startFailure();
      }
      if (start == STARTS - 1 && places.purpose().throwaway()) {
        cluster.renew(programs, runAs);
      }
    }
  }

  private ServerException startFailure() {
    return new ServerException(
        "sandbox-start",
        "The "
            + places.purpose().words()
            + "'s PostgreSQL does not start: "
            + Log.lastWords(places.log())
            + ".",
        "The log is "
            + places.log()
            + (places.purpose().throwaway()
                ? ". It does not start with new data either. " + places.purpose().otherwise()
                : ". If the data are beyond repair, move "
                    + places.cluster()
                    + " away: the next start makes a new one."));
  }

  /** Waits until a supervisor that starts or stops the server is through; a leftover is stopped. */
  private Optional<ServerHandle> settle() throws IOException {
    long deadline = System.nanoTime() + CLOSING.toNanos();
    boolean told = false;
    while (supervisor.find().isPresent() && System.nanoTime() < deadline) {
      Optional<ServerHandle> running = joinWhenReady();
      if (running.isPresent()) {
        return running;
      }
      if (!told) {
        listener.begin(ServerListener.Step.WAITING, "");
        told = true;
      }
      pause();
    }
    stopLocked();
    return Optional.empty();
  }

  private Optional<ServerHandle> joinWhenReady() throws IOException {
    Optional<UserPipe> pipe = UserPipe.open(places);
    if (pipe.isEmpty()) {
      return Optional.empty();
    }
    return whenReady(pipe.get(), CLOSING);
  }

  private Optional<ServerHandle> start(Binaries programs, RunAs runAs, int port)
      throws IOException {
    UserPipe pipe = supervisor.start(programs, runAs, port, linger);
    Optional<ServerHandle> handle = whenReady(pipe, RECOVERY);
    if (handle.isPresent()) {
      cluster.rememberPort(handle.get().port());
    }
    return handle;
  }

  /**
   * Waits for the server to take connections. Empty, and the pipe closed, once the supervisor has
   * ended: it does when asked to check on a server that has died.
   */
  private Optional<ServerHandle> whenReady(UserPipe pipe, Duration patience) throws IOException {
    boolean mine = false;
    try {
      Optional<Postmaster> ready = awaitReady(pipe, patience);
      if (ready.isEmpty()) {
        return Optional.empty();
      }
      ServerHandle handle = new ServerHandle(pipe, ready.get().port(), cluster.password());
      mine = true;
      return Optional.of(handle);
    } finally {
      if (!mine) {
        pipe.close();
      }
    }
  }

  private Optional<Postmaster> awaitReady(UserPipe pipe, Duration patience) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    boolean seen = false;
    for (int pauses = 1; System.nanoTime() < deadline; pauses++) {
      Optional<Postmaster> ready = Postmaster.find(places.data()).filter(Postmaster::ready);
      boolean supervised = supervisor.find().isPresent();
      if (supervised && ready.isPresent()) {
        return ready;
      }
      if (!supervised && (seen || pauses > PAUSES_TO_BEGIN)) {
        return Optional.empty();
      }
      if (supervised && pauses % PAUSES_PER_CHECK == 0) {
        pipe.say("check");
      }
      seen |= supervised;
      pause();
    }
    return Optional.empty();
  }

  /** Stops whatever is there: by the supervisor if it lives, else the server itself. */
  private void stopLocked() throws IOException {
    long deadline = System.nanoTime() + CLOSING.toNanos();
    Optional<UserPipe> pipe = UserPipe.open(places);
    if (pipe.isPresent()) {
      try (UserPipe open = pipe.get()) {
        if (supervisor.find().isPresent()) {
          open.say("stop");
        }
      }
    }
    while (supervisor.find().isPresent()) {
      if (System.nanoTime() > deadline) {
        supervisor.find().ifPresent(ProcessHandle::destroyForcibly);
      }
      pause();
    }
    // A server that ended properly has taken its file along, and its children before that.
    if (Files.exists(places.data().resolve("postmaster.pid"))) {
      Ending.of(places);
    }
  }

  private static void pause() {
    if (Thread.currentThread().isInterrupted()) {
      throw new ServerException(
          "sandbox-interrupted",
          "The wait for the embedded PostgreSQL was interrupted.",
          "Try again.");
    }
    LockSupport.parkNanos(PAUSE_NANOS);
  }

  static void refuseWhereUnsupported(Purpose purpose) {
    if (File.separatorChar == '\\') {
      throw new ServerException(
          "sandbox-unsupported",
          "The " + purpose.words() + " does not run on Windows.",
          purpose.otherwise());
    }
  }
}
