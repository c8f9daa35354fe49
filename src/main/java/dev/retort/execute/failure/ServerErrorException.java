package dev.retort.execute.failure;

import dev.retort.execute.state.ServerError;
import dev.retort.execute.state.SessionInfo;
import dev.retort.problem.RetortException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The server refused a statement; the connection is still good. */
public final class ServerErrorException extends RetortException {
  private static final long serialVersionUID = 1L;

  private final transient ServerError error;
  private final transient List<SessionInfo> blockers;

  /**
   * An error of the server.
   *
   * @param code stable, in kebab case, by the error's kind
   * @param message what the reader is told
   * @param hint what to do next; may be empty
   * @param blockers the sessions that the statement was last seen waiting for
   */
  public ServerErrorException(
      String code,
      String message,
      String hint,
      ServerError error,
      List<SessionInfo> blockers,
      @Nullable Throwable cause) {
    super(Kind.FAILED, code, message, hint, error.details(), List.of(), cause);
    this.error = error;
    this.blockers = List.copyOf(blockers);
  }

  /** The error as the server reported it. */
  public ServerError error() {
    return error;
  }

  /** The sessions that the statement was last seen waiting for; may be empty. */
  public List<SessionInfo> blockers() {
    return blockers;
  }
}
