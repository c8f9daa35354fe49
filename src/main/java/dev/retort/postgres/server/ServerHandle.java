package dev.retort.postgres.server;

import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.ConnectionSettings.HostPort;
import dev.retort.profile.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The running server in use: it stays up for as long as this is open and the process lives. Close
 * it to let go; for several threads.
 */
public final class ServerHandle implements AutoCloseable {
  private final UserPipe pipe;
  private final int port;
  private final Secret password;

  ServerHandle(UserPipe pipe, int port, Secret password) {
    this.pipe = pipe;
    this.port = port;
    this.password = password;
  }

  /** The port on 127.0.0.1. */
  public int port() {
    return port;
  }

  /** How the superuser reaches one of its databases. */
  public ConnectionSettings settings(String database) {
    return settings(port, database, password);
  }

  /**
   * Nothing but SCRAM is accepted: should another program have taken the port meanwhile, it does
   * not get to see the password.
   */
  static ConnectionSettings settings(int port, String database, Secret password) {
    return new ConnectionSettings(
        List.of(new HostPort("127.0.0.1", port)),
        database,
        Cluster.SUPERUSER,
        Optional.of(password),
        Map.of("sslmode", "disable", "gssEncMode", "disable", "requireAuth", "scram-sha-256"));
  }

  @Override
  public void close() {
    pipe.close();
  }
}
