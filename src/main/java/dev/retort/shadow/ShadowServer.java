package dev.retort.shadow;

import java.util.Optional;
import java.util.Set;

/**
 * A server that shadow databases are made on. Several processes may use one server at a time; an
 * instance is for one thread.
 *
 * <p>Every method may throw {@link ShadowException} if the server does not let it, and {@link
 * dev.retort.execute.failure.ConnectionFailedException} if it cannot be reached.
 */
public interface ShadowServer extends AutoCloseable {

  /** Its major version: 18. */
  int majorVersion();

  /** Which server it is, for people. */
  String display();

  /** The keys of all databases that are kept on it. */
  Set<String> kept();

  /** A copy of a kept database; none if it has gone meanwhile. The caller closes it. */
  Optional<Workspace> copy(String key);

  /** An empty database. The caller closes it. */
  Workspace empty();

  /**
   * Makes a role that may not log in, on this server alone.
   *
   * @return false if it was there already
   */
  boolean makeRole(String name);

  /** Lets go of the server; workspaces that are still open are dropped. */
  @Override
  void close();
}
