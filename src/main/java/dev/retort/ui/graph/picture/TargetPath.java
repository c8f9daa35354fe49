package dev.retort.ui.graph.picture;

import dev.retort.plan.Direction;
import dev.retort.plan.Plan;
import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/**
 * What would be run or undone for the target that is being typed.
 *
 * @param direction which way; a stamp runs nothing
 * @param revisions in the order in which they would run
 */
public record TargetPath(Direction direction, List<RevisionId> revisions) {

  /** Copies the list. */
  public TargetPath {
    revisions = List.copyOf(revisions);
  }

  /** Nothing would run. */
  public static TargetPath none() {
    return new TargetPath(Direction.UPGRADE, List.of());
  }

  /** The path of a plan. */
  public static TargetPath of(Optional<Plan> plan) {
    return plan.filter(one -> !one.steps().isEmpty())
        .filter(one -> one.steps().getFirst().direction() != Direction.STAMP)
        .map(
            one ->
                new TargetPath(
                    one.steps().getFirst().direction(),
                    one.steps().stream().flatMap(step -> step.revision().stream()).toList()))
        .orElse(none());
  }
}
