package dev.retort.shadow;

import dev.retort.plan.Digest;
import dev.retort.plan.Plan;
import dev.retort.plan.Step;
import dev.retort.revision.RevisionId;
import java.util.List;

/** Parts of a plan, as plans. */
final class Slice {
  private Slice() {}

  /** The plan from one of its steps on. */
  static Plan from(Plan plan, int first) {
    return of(plan, first, plan.steps().size());
  }

  /** Some steps of a plan, the last exclusive. */
  static Plan of(Plan plan, int from, int to) {
    List<Step> steps = plan.steps().subList(from, to);
    List<RevisionId> before = headsBefore(plan, from);
    return new Plan(
        plan.command(),
        plan.targets(),
        false,
        before,
        steps.isEmpty() ? before : steps.getLast().headsAfter(),
        steps,
        List.of(),
        Digest.of(before, steps));
  }

  private static List<RevisionId> headsBefore(Plan plan, int step) {
    return step == 0 ? plan.headsBefore() : plan.steps().get(step - 1).headsAfter();
  }
}
