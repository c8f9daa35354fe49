package dev.retort.survive;

import dev.retort.postgres.server.CrashServer;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Who is killed, and when: so long after the client has said that it begins its n-th step, or, for
 * n = 0, after its start.
 */
record Blow(Victim victim, int step, Duration later) {
  private static final Duration STARTUP = Duration.ofMillis(1500);
  private static final Duration STARTUP_IN_PROCESS = Duration.ofMillis(60);
  private static final Duration WITHIN_A_STEP = Duration.ofMillis(12);

  private static final long LOOK_NANOS = 50_000;

  /** Who is killed. */
  enum Victim {
    /** The client's process. */
    CLIENT,
    /** The server's process that serves the client; the server then restarts by itself. */
    BACKEND,
    /** The server's first process; the others end when they notice. */
    POSTMASTER,
    /** All the server's processes. */
    SERVER
  }

  /** One by chance, over a run of so many steps. */
  static Blow by(Random random, int steps) {
    int dice = random.nextInt(20);
    Victim victim =
        dice < 10
            ? Victim.CLIENT
            : dice < 14 ? Victim.BACKEND : dice < 17 ? Victim.SERVER : Victim.POSTMASTER;
    boolean early = random.nextInt(6) == 0;
    Duration startup = victim == Victim.CLIENT ? STARTUP : STARTUP_IN_PROCESS;
    return early
        ? new Blow(victim, 0, part(startup, random))
        : new Blow(victim, 1 + random.nextInt(steps), part(WITHIN_A_STEP, random));
  }

  /** The same at somebody else, amid a step. */
  Blow at(Victim other) {
    return new Blow(other, Math.max(1, step), step == 0 ? Duration.ZERO : later);
  }

  /** Short ones more often than long ones. */
  private static Duration part(Duration whole, Random random) {
    double part = random.nextDouble();
    return Duration.ofNanos((long) (whole.toNanos() * part * part));
  }

  /** Waits for the moment, and strikes; whether the client was still at work. */
  boolean strike(Client client, CrashServer server, String database) {
    while (client.stepsBegun() < step && !client.ended()) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    LockSupport.parkNanos(later.toNanos());
    boolean atWork = !client.ended();
    switch (victim) {
      case CLIENT -> ((ProcessClient) client).kill();
      case BACKEND -> server.killBackend(database);
      case SERVER -> server.killAll();
      case POSTMASTER -> server.killPostmaster();
    }
    return atWork;
  }
}
