package dev.retort.execute.failure;

import dev.retort.execute.state.Aftermath;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The user stopped the run. */
public final class RunCancelledException extends RunFailedException {
  private static final long serialVersionUID = 1L;

  /** A run that was stopped; the aftermath says what stands. */
  public RunCancelledException(Aftermath aftermath, @Nullable Throwable cause) {
    super(Kind.FAILED, "cancelled", "Cancelled.", "", Map.of(), aftermath, cause);
  }

  /** A run that was stopped before it began. */
  public static RunCancelledException notBegun() {
    return new RunCancelledException(Aftermath.notBegun(), null);
  }
}
