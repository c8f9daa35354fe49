package dev.retort.execute.failure;

import dev.retort.execute.state.Aftermath;
import dev.retort.execute.state.SessionInfo;
import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run that began and ended badly; says how it left the database. */
public abstract sealed class RunFailedException extends RetortException
    permits StatementFailedException,
        VersionWriteException,
        RunCancelledException,
        RunDisconnectedException {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final transient Aftermath aftermath;

  RunFailedException(
      Kind kind,
      String code,
      String message,
      String hint,
      Map<String, Object> details,
      Aftermath aftermath,
      @Nullable Throwable cause) {
    super(
        kind,
        code,
        message + " " + aftermath.text(),
        Problem.both(hint, aftermath.wayOn()),
        withAftermath(details, aftermath, cause),
        List.of(),
        cause);
    this.what = message;
    this.aftermath = aftermath;
  }

  private static Map<String, Object> withAftermath(
      Map<String, Object> details, Aftermath aftermath, @Nullable Throwable cause) {
    Map<String, Object> all = new LinkedHashMap<>(details);
    all.putAll(aftermath.details());
    if (cause instanceof ServerErrorException server && !server.blockers().isEmpty()) {
      all.put("blockers", server.blockers().stream().map(SessionInfo::details).toList());
    }
    return all;
  }

  /** What went wrong, without how the run left the database. */
  public final String what() {
    return what;
  }

  /** How the run left the database. */
  public final Aftermath aftermath() {
    return aftermath;
  }
}
