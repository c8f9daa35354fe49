package dev.retort.execute;

import dev.retort.execute.failure.ServerErrorException;
import java.time.Duration;
import java.util.Set;
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
    return PASSING.contains(cause.error().sqlState())
        && failed < context.options().retries().most();
  }

  /**
   * Tells why, and waits.
   *
   * @return false if somebody asked to stop meanwhile
   */
  boolean pause(ServerErrorException cause) {
    failed++;
    Retries retries = context.options().retries();
    Duration pause = retries.pause(failed, RandomGenerator.getDefault());
    context.tell(
        new RunEvent.StepRetrying(
            cursor.stepIndex(),
            failed,
            retries.most() + 1,
            cause.message(),
            cause.blockers(),
            pause));
    return !context.cancellation().await(pause);
  }
}
