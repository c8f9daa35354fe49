package dev.retort.cli.run;

import dev.retort.engine.PlanRequest;
import dev.retort.execute.RunOptions;
import dev.retort.execute.failure.InterruptedRunException;
import dev.retort.execute.failure.PlanChangedException;
import dev.retort.execute.failure.RunRefusedException;
import dev.retort.graph.target.UpgradeTargets;
import dev.retort.plan.Command;
import dev.retort.profile.Confirmation;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether an upgrade is planned again when another run has moved the database while this one waited
 * for it. Only a plan that nobody has looked at may be replaced: none that was reviewed or
 * confirmed, none that undoes something, and none to a target that is counted from where the
 * database was. A few times, and all waits together are no longer than one may be. For one thread.
 */
final class Replanning {
  private static final int MOST = 5;

  private final boolean possible;
  private final long start = System.nanoTime();
  private int times;

  /** The database has moved, or has a step on it now that stopped midway. */
  private Optional<RunRefusedException> refusal = Optional.empty();

  Replanning(PlanRequest request, Optional<String> digest) {
    this.possible =
        request.command() == Command.UPGRADE
            && digest.isEmpty()
            && request.targets().stream().noneMatch(UpgradeTargets::isCounted);
  }

  /**
   * Takes that a plan was refused.
   *
   * @param given what the user said in favour of that plan
   * @throws RunRefusedException the same, if that is how it ends
   */
  void after(RunRefusedException refused, Confirmation given) {
    boolean moved =
        refused instanceof PlanChangedException || refused instanceof InterruptedRunException;
    if (!possible || !moved || times == MOST || given instanceof Confirmation.Typed) {
      throw refused;
    }
    times++;
    refusal = Optional.of(refused);
  }

  /** How often there was another plan. */
  int times() {
    return times;
  }

  /** What there is to say of the plan that takes the place of another; empty for the first. */
  Optional<String> words() {
    return refusal.map(
        refused ->
            refused instanceof InterruptedRunException
                ? "Another run has stopped midway meanwhile; planned again"
                : "Another run has moved the database meanwhile; planned again");
  }

  /** The options with what is left of the wait. */
  RunOptions left(RunOptions options) {
    if (times == 0) {
      return options;
    }
    return options.havingWaited(Duration.ofNanos(System.nanoTime() - start));
  }
}
