package dev.retort.plan;

import dev.retort.graph.RevisionGraph;
import dev.retort.graph.RowChange;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What must hold of every plan before anybody sees it. A violation is a fault of the planner, never
 * of the user, so it is an {@link IllegalStateException}.
 */
final class PlanChecks {
  private final RevisionGraph graph;

  /** Checks against one graph. */
  PlanChecks(RevisionGraph graph) {
    this.graph = graph;
  }

  /** Throws if the plan contradicts itself. */
  void require(Plan plan) {
    List<RevisionId> rows = new ArrayList<>(plan.headsBefore());
    Set<RevisionId> seen = new HashSet<>();
    for (Step step : plan.steps()) {
      step.headChange().rows().forEach(change -> replay(change, rows, plan));
      require(
          rows.stream().sorted().toList().equals(step.headsAfter()), "rows do not follow", plan);
      if (step.direction() != Direction.STAMP) {
        RevisionId id = step.revision().orElseThrow();
        require(seen.add(id), "revision " + id + " is in it twice", plan);
        require(graph.find(id).isPresent(), "revision " + id + " is in no file", plan);
      }
    }
    require(
        rows.stream().sorted().toList().equals(plan.headsAfter()), "the end does not follow", plan);
  }

  private static void replay(RowChange change, List<RevisionId> rows, Plan plan) {
    boolean touched =
        switch (change) {
          case RowChange.Insert(RevisionId id) -> !rows.contains(id) && rows.add(id);
          case RowChange.Delete(RevisionId id) -> rows.remove(id);
          case RowChange.Update(RevisionId from, RevisionId to) ->
              rows.remove(from) && rows.add(to);
          case RowChange.Purge() -> {
            rows.clear();
            yield true;
          }
        };
    require(touched, "the change " + change + " touches no row", plan);
  }

  private static void require(boolean holds, String what, Plan plan) {
    if (!holds) {
      throw new IllegalStateException(
          "The plan for %s %s contradicts itself: %s"
              .formatted(plan.command().word(), List.copyOf(plan.targets()), what));
    }
  }
}
