package dev.retort.engine;

import dev.retort.postgres.server.EmbeddedServer;
import dev.retort.postgres.server.ShadowServers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sandbox's server, which all projects of a user share, and the shadow servers beside it: are
 * they running, stop them. Any thread.
 */
public final class EmbeddedServers {
  private final EmbeddedServer sandbox;
  private final ShadowServers shadows;

  EmbeddedServers(EmbeddedServer sandbox, ShadowServers shadows) {
    this.sandbox = sandbox;
    this.shadows = shadows;
  }

  /**
   * How an embedded server is.
   *
   * @param port on 127.0.0.1; absent while it does not run
   * @param data its data folder
   * @param log its log
   */
  public record Status(boolean running, Optional<Integer> port, Path data, Path log) {}

  /** How the sandbox's server is at this moment; starts nothing. */
  public Status status() {
    return status(sandbox.status());
  }

  /**
   * How the servers of shadows are at this moment, by their version of PostgreSQL; none that was
   * never started. Starts nothing.
   */
  public SortedMap<Integer, Status> shadowStatus() {
    SortedMap<Integer, Status> all = new TreeMap<>();
    shadows.status().forEach(shadow -> all.put(shadow.major(), status(shadow.server())));
    return all;
  }

  private static Status status(EmbeddedServer.Status status) {
    return new Status(status.running(), status.port(), status.data(), status.log());
  }

  /** Stops the servers, whoever uses them; whether there was anything to stop. */
  public boolean stop() {
    boolean sandboxToo = sandbox.stop();
    return shadows.stop() || sandboxToo;
  }
}
