package dev.retort.shadow;

import dev.retort.problem.RetortException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shadow database cannot be made, or does not take what is to be replayed in it. */
public final class ShadowException extends RetortException {
  private static final long serialVersionUID = 1L;

  /**
   * A failure.
   *
   * @param code {@code shadow-…}, stable
   */
  public ShadowException(
      Kind kind,
      String code,
      String message,
      String hint,
      Map<String, Object> details,
      @Nullable Throwable cause) {
    super(kind, code, message, hint, details, List.of(), cause);
  }
}
