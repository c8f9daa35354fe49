package dev.retort.postgres.sandbox;

import dev.retort.problem.RetortException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The project's sandbox database cannot be made, or not be reached. */
public final class SandboxException extends RetortException {
  private static final long serialVersionUID = 1L;

  SandboxException(
      Kind kind,
      String code,
      String message,
      String hint,
      Map<String, Object> details,
      @Nullable Throwable cause) {
    super(kind, code, message, hint, details, List.of(), cause);
  }

  static SandboxException unreachable(String what, Throwable cause) {
    return new SandboxException(
        Kind.CONNECTION,
        "sandbox-unreachable",
        what + ": " + cause.getMessage() + ".",
        "Try again; the server's log is in the sandbox's folder.",
        Map.of(),
        cause);
  }
}
