package dev.retort.postgres.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends a server whose supervisor is gone, ever less politely: a fast shutdown, an immediate one,
 * and in the end no choice (PostgreSQL's manual, chapter 18.5).
 */
final class Ending {
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  /** Signals in order, and how long each is given. */
  private static final List<Map.Entry<String, Duration>> SIGNALS =
      List.of(
          Map.entry("INT", Duration.ofSeconds(20)),
          Map.entry("QUIT", Duration.ofSeconds(5)),
          Map.entry("KILL", Duration.ofSeconds(5)));

  private Ending() {}

  /** Ends the server of a data folder, if one is alive. */
  static void of(Path data) {
    for (Map.Entry<String, Duration> signal : SIGNALS) {
      Optional<Postmaster> postmaster = Postmaster.find(data);
      if (postmaster.isEmpty()) {
        return;
      }
      String pid = String.valueOf(postmaster.get().process().pid());
      Command.run(data, List.of("sh", "-c", "kill -" + signal.getKey() + " " + pid));
      await(data, signal.getValue());
    }
    if (Postmaster.find(data).isPresent()) {
      throw new ServerException(
          "sandbox-stop",
          "The sandbox's PostgreSQL does not stop.",
          "End the process that " + data.resolve("postmaster.pid") + " names.");
    }
  }

  private static void await(Path data, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (Postmaster.find(data).isPresent() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
