package dev.retort.execute;

import dev.retort.execute.failure.ServerErrorException;
import dev.retort.execute.state.Retry;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Decides whether a transaction that the server ended is tried again, and waits until then. Only
 * what changed nothing gets here: the whole transaction was rolled back, its commit included.
 */
final class Attempts {
  /**
   * Errors that say "not now" rather than "not ever": {@code lock_not_available}, {@code
   * deadlock_detected}, {@code serialization_failure} (manual, appendix A; chapter 13.5 tells
   * applications to try again after the last two).
   */
  private static final Set<String> PASSING = Set.of("55P03", "40P01", "40001");

  private final RunContext context;
  private final Cursor cursor;
  private int failed;

  Attempts(RunContext context, Cursor cursor) {
    this.context = context;
    this.cursor = cursor;
  }

  /** Whether trying again may help, and is allowed once more. */
  boolean another(ServerErrorException cause) {
    return !context.cancellation().requested()
        && PASSING.contains(cause.error().sqlState())
        && failed < context.options().retries().most();
  }

  /**
   * Tells that the step begins again, and why, and waits.
   *
   * @return false if somebody asked to stop meanwhile
   */
  boolean pause(ServerErrorException cause) {
    return pause(
        cause,
        retry ->
            new RunEvent.StepRetrying(
                cursor.stepIndex(),
                failed,
                context.options().retries().most() + 1,
                retry.reason(),
                retry.blockers(),
                retry.pause()));
  }

  /**
   * Tells that the step goes on from a statement of its own once more, and why, and waits.
   *
   * @return false if somebody asked to stop meanwhile
   */
  boolean pauseAt(int statement, ServerErrorException cause) {
    return pause(
        cause,
        retry ->
            new RunEvent.StatementRetrying(
                cursor.stepIndex(),
                statement,
                failed,
                context.options().retries().most() + 1,
                retry.reason(),
                retry.blockers(),
                retry.pause()));
  }

  private boolean pause(ServerErrorException cause, Function<Retry, RunEvent> event) {
    failed++;
    Duration pause = context.options().retries().pause(failed, RandomGenerator.getDefault());
    Retry retry = new Retry(cause.message(), cause.blockers(), pause);
    cursor.gaveWay(retry);
    context.tell(event.apply(retry));
    return !context.cancellation().await(pause);
  }
}
