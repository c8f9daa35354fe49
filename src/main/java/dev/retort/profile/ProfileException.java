package dev.retort.profile;

import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connection, a profile or the project's configuration is not usable as it is given. */
public final class ProfileException extends RetortException {
  private static final long serialVersionUID = 1L;

  /** Nothing but words: what is wrong with what the user typed or set. */
  public ProfileException(String code, String message, String hint) {
    super(Kind.INPUT, code, message, hint);
  }

  /** With the objects concerned, for JSON. */
  public ProfileException(String code, String message, String hint, Map<String, Object> details) {
    super(Kind.INPUT, code, message, hint, details, List.of(), null);
  }

  /** With the places in files that led to it. */
  public ProfileException(String code, String message, String hint, List<Problem> problems) {
    super(Kind.INPUT, code, message, hint, Map.of(), problems, null);
  }

  /** With the cause, which must hold no secret. */
  public ProfileException(String code, String message, String hint, @Nullable Throwable cause) {
    super(Kind.INPUT, code, message, hint, Map.of(), List.of(), cause);
  }
}
