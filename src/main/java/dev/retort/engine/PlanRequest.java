package dev.retort.engine;

import dev.retort.plan.Command;
import dev.retort.plan.resume.Choice;
import java.util.List;

/**
 * What a plan is wanted for.
 *
 * @param targets as typed; exactly one for a downgrade
 * @param purge whether a stamp empties the version table first
 * @param choice what the user says of the statement that a run stopped at; for going on with it
 */
public record PlanRequest(Command command, List<String> targets, boolean purge, Choice choice) {

  /** Copies the list. */
  public PlanRequest {
    targets = List.copyOf(targets);
  }

  /** A request that says nothing of any run that stopped. */
  public PlanRequest(Command command, List<String> targets, boolean purge) {
    this(command, targets, purge, Choice.PROVEN);
  }

  /** What is left of a step that stopped midway. */
  public static PlanRequest resume(Choice choice) {
    return new PlanRequest(Command.RESUME, List.of(), false, choice);
  }

  /** Taking away what a step that stopped midway left half made. */
  public static PlanRequest cleanup() {
    return new PlanRequest(Command.CLEANUP, List.of(), false);
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
