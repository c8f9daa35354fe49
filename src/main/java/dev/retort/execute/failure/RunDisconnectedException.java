package dev.retort.execute.failure;

import dev.retort.execute.state.Aftermath;
import java.util.Map;

/** The connection broke during a run; what had become of it was looked up where it could be. */
public final class RunDisconnectedException extends RunFailedException {
  private static final long serialVersionUID = 1L;

  /** A run whose connection broke. */
  public RunDisconnectedException(Aftermath aftermath, ConnectionLostException cause) {
    super(
        Kind.CONNECTION,
        cause.code(),
        cause.message(),
        "Check the server and the network, then look where the database is before going on.",
        Map.of(),
        aftermath,
        cause);
  }
}
