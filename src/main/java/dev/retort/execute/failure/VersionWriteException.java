package dev.retort.execute.failure;

import dev.retort.execute.state.Aftermath;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A step's statements went well, but its version-table change or its commit did not. */
public final class VersionWriteException extends RunFailedException {
  private static final long serialVersionUID = 1L;

  /**
   * A version write or a commit that failed.
   *
   * @param code {@code version-row} where a row was not the one that was meant, {@code
   *     commit-failed} otherwise, or that of the server's error
   */
  public VersionWriteException(
      String code,
      String message,
      String hint,
      Map<String, Object> details,
      Aftermath aftermath,
      @Nullable Throwable cause) {
    super(Kind.FAILED, code, message, hint, details, aftermath, cause);
  }
}
