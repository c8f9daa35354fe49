package dev.retort.ui.shell;

import dev.retort.engine.PlanRequest;
import dev.retort.plan.Plan;
import java.util.Optional;

/** What to ask for to undo a plan that has run. */
final class WayBackPlan {
  private WayBackPlan() {}

  /**
   * The request; empty where no single target says where the database came from, as between several
   * heads, and where there is nothing to undo.
   */
  static Optional<PlanRequest> of(Plan done) {
    if (done.steps().isEmpty() || done.headsBefore().size() > 1) {
      return Optional.empty();
    }
    String before = done.headsBefore().isEmpty() ? "base" : done.headsBefore().getFirst().value();
    return switch (done.command()) {
      case UPGRADE -> Optional.of(PlanRequest.downgrade(before));
      case DOWNGRADE -> Optional.of(PlanRequest.upgrade(before));
      case STAMP, RESUME, CLEANUP -> Optional.empty();
    };
  }
}
