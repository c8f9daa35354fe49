package dev.retort.execute.failure;

import dev.retort.execute.state.Aftermath;
import dev.retort.problem.RetortException;
import dev.retort.revision.RevisionId;
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
        hint,
        withAftermath(details, aftermath),
        List.of(),
        cause);
    this.aftermath = aftermath;
  }

  private static Map<String, Object> withAftermath(
      Map<String, Object> details, Aftermath aftermath) {
    Map<String, Object> all = new LinkedHashMap<>(details);
    all.put("steps_done", aftermath.stepsDone());
    all.put("state", aftermath.text());
    aftermath
        .heads()
        .ifPresent(heads -> all.put("heads", heads.stream().map(RevisionId::value).toList()));
    return all;
  }

  /** How the run left the database. */
  public final Aftermath aftermath() {
    return aftermath;
  }
}
