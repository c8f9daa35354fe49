package dev.retort.postgres.server;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Ends what is left of a server whose supervisor is gone, ever less politely: a fast shutdown, an
 * immediate one, and in the end no choice (PostgreSQL's manual, chapter 18.5).
 */
final class Ending {
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final Duration AMONG_THEMSELVES = Duration.ofSeconds(2);
  private static final Duration KILLED = Duration.ofSeconds(10);

  /** Signals in order, and how long each is given. */
  private static final List<Map.Entry<String, Duration>> SIGNALS =
      List.of(
          Map.entry("INT", Duration.ofSeconds(20)),
          Map.entry("QUIT", Duration.ofSeconds(5)),
          Map.entry("KILL", KILLED));

  private final Places places;

  private Ending(Places places) {
    this.places = places;
  }

  /** Ends the server, if it is alive, and its processes, if they have outlived it. */
  static void of(Places places) {
    Ending ending = new Ending(places);
    ending.server();
    ending.children();
  }

  private void server() {
    for (Map.Entry<String, Duration> signal : SIGNALS) {
      Optional<Postmaster> postmaster = Postmaster.find(places.data());
      if (postmaster.isEmpty()) {
        return;
      }
      String pid = String.valueOf(postmaster.get().process().pid());
      Command.run(places.home(), List.of("sh", "-c", "kill -" + signal.getKey() + " " + pid));
      await(() -> Postmaster.find(places.data()).isEmpty(), signal.getValue());
    }
    if (Postmaster.find(places.data()).isPresent()) {
      throw stubborn();
    }
  }

  /**
   * A server that was killed leaves processes that end by themselves when they notice, which one
   * that is computing does late. As long as they live no other server can start; as the next one
   * recovers from a crash anyhow, killing them does no harm.
   */
  private void children() {
    if (await(() -> left().isEmpty(), AMONG_THEMSELVES)) {
      return;
    }
    left().forEach(ProcessHandle::destroyForcibly);
    if (!await(() -> left().isEmpty(), KILLED)) {
      throw stubborn();
    }
  }

  private List<ProcessHandle> left() {
    return Live.titled("postgres: " + places.clusterName() + ":");
  }

  private ServerException stubborn() {
    return new ServerException(
        "sandbox-stop",
        "The " + places.purpose().words() + "'s PostgreSQL does not stop.",
        "End the processes that call themselves postgres: " + places.clusterName() + ".");
  }

  private static boolean await(BooleanSupplier done, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return true;
  }
}
