package dev.retort.plan;

import dev.retort.graph.RevisionGraph;
import dev.retort.plan.route.RowCountException;
import dev.retort.plan.route.VersionRows;
import dev.retort.revision.Revision;
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
    rowsFollow(plan);
    nothingStandsOnAir(plan);
    require(plan.digest().equals(Digest.of(plan.headsBefore(), plan.steps())), "the digest", plan);
  }

  /** Made one after the other, the changes give the rows that each step says it leaves. */
  private static void rowsFollow(Plan plan) {
    VersionRows rows = new VersionRows(plan.headsBefore());
    for (Step step : plan.steps()) {
      try {
        rows.apply(step.headChange().rows());
      } catch (RowCountException e) {
        throw violated("the rows after " + step.revision() + ", " + e.message(), plan);
      }
      require(rows.now().equals(step.headsAfter()), "the rows after " + step.revision(), plan);
    }
    require(rows.now().equals(plan.headsAfter()), "the rows at the end", plan);
  }

  /**
   * No revision is applied before what it stands on, none is undone before what stands on it, and
   * none goes twice.
   */
  private void nothingStandsOnAir(Plan plan) {
    if (plan.command() == Command.STAMP) {
      return;
    }
    Set<RevisionId> applied = new HashSet<>(graph.ancestors(plan.headsBefore(), true));
    for (Step step : plan.steps()) {
      RevisionId id = step.revision().orElseThrow();
      switch (step.direction()) {
        case UPGRADE -> {
          require(applied.containsAll(below(id)), "what " + id + " stands on", plan);
          require(applied.add(id), "the second " + id, plan);
        }
        case DOWNGRADE -> {
          require(applied.remove(id), id + ", which is not applied", plan);
          require(
              graph.allChildren(id).stream().noneMatch(applied::contains),
              "what stands on " + id,
              plan);
        }
        case STAMP -> require(false, "the stamp of " + id, plan);
      }
    }
  }

  private List<RevisionId> below(RevisionId id) {
    List<RevisionId> below = new ArrayList<>(graph.dependencies(id));
    graph.find(id).map(Revision::downRevisions).ifPresent(below::addAll);
    return below;
  }

  private static void require(boolean holds, String what, Plan plan) {
    if (!holds) {
      throw violated(what, plan);
    }
  }

  private static IllegalStateException violated(String what, Plan plan) {
    return new IllegalStateException(
        "The plan for %s %s contradicts itself in %s"
            .formatted(plan.command().word(), plan.targets(), what));
  }
}
