package dev.retort.execute.failure;

import dev.retort.problem.RetortException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** No connection could be made. */
public final class ConnectionFailedException extends RetortException {
  private static final long serialVersionUID = 1L;

  /**
   * A connection that did not come about.
   *
   * @param code stable, in kebab case: {@code connection-refused}, {@code password}, …
   * @param address where it should have led, without any secret
   */
  public ConnectionFailedException(
      String code, String message, String hint, String address, @Nullable Throwable cause) {
    super(Kind.CONNECTION, code, message, hint, Map.of("address", address), List.of(), cause);
  }
}
