package dev.retort.execute.failure;

import dev.retort.problem.RetortException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connection broke; whether what was under way took effect is for the caller to find out. */
public final class ConnectionLostException extends RetortException {
  private static final long serialVersionUID = 1L;

  /** A connection that broke, with what the server or the network said last. */
  public ConnectionLostException(String reason, @Nullable Throwable cause) {
    super(
        Kind.CONNECTION,
        "connection-lost",
        "The connection was lost: " + reason,
        "Check the server and the network, then try again.",
        Map.of(),
        List.of(),
        cause);
  }
}
