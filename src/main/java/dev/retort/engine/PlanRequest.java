package dev.retort.engine;

import dev.retort.plan.Command;
import java.util.List;

/**
 * What a plan is wanted for.
 *
 * @param targets as typed; exactly one for a downgrade
 * @param purge whether a stamp empties the version table first
 */
public record PlanRequest(Command command, List<String> targets, boolean purge) {

  /** Copies the list. */
  public PlanRequest {
    targets = List.copyOf(targets);
  }

  /** An upgrade to a target. */
  public static PlanRequest upgrade(String... targets) {
    return new PlanRequest(Command.UPGRADE, List.of(targets), false);
  }

  /** A downgrade to a target. */
  public static PlanRequest downgrade(String target) {
    return new PlanRequest(Command.DOWNGRADE, List.of(target), false);
  }

  /** A stamp of targets. */
  public static PlanRequest stamp(String... targets) {
    return new PlanRequest(Command.STAMP, List.of(targets), false);
  }
}
