package dev.retort.postgres.server;

import dev.retort.problem.RetortException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The embedded server cannot be started, reached or stopped. */
public final class ServerException extends RetortException {
  private static final long serialVersionUID = 1L;

  ServerException(String code, String message, String hint, @Nullable Throwable cause) {
    super(Kind.CONNECTION, code, message, hint, Map.of(), List.of(), cause);
  }

  ServerException(String code, String message, String hint) {
    this(code, message, hint, null);
  }

  /** A file or folder of the server's that cannot be read or written. */
  static ServerException io(String what, Exception cause) {
    return new ServerException(
        "sandbox-files",
        what + ": " + cause.getMessage() + ".",
        "Check the permissions and the space on the disk; RETORT_HOME moves Retort's folders"
            + " elsewhere.",
        cause);
  }
}
