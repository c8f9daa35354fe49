package dev.retort.postgres.sandbox;

import dev.retort.postgres.server.ServerHandle;
import dev.retort.profile.ConnectionSettings;

/**
 * A project's database on the running server, which stays up until this is closed or the process
 * ends. For several threads.
 */
public final class SandboxDatabase implements AutoCloseable {
  private final ServerHandle server;
  private final ProjectKey key;
  private final boolean fresh;
  private final boolean baselineChanged;

  SandboxDatabase(ServerHandle server, ProjectKey key, boolean fresh, boolean baselineChanged) {
    this.server = server;
    this.key = key;
    this.fresh = fresh;
    this.baselineChanged = baselineChanged;
  }

  /** How to connect to it, as its owner. */
  public ConnectionSettings settings() {
    return server.settings(key.database());
  }

  /** The project it belongs to. */
  public ProjectKey key() {
    return key;
  }

  /** Whether it was made just now. */
  public boolean fresh() {
    return fresh;
  }

  /**
   * Whether the project's baseline is no longer the one that is in it; a reset would change that.
   */
  public boolean baselineChanged() {
    return baselineChanged;
  }

  @Override
  public void close() {
    server.close();
  }
}
