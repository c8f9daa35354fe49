package dev.retort.plan.route;

import dev.retort.graph.RevisionGraph;
import dev.retort.graph.target.UpgradeTargets;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which revisions an upgrade applies; after Alembic's {@code
 * RevisionMap._collect_upgrade_revisions}.
 *
 * @param destinations what the targets stand for; none for {@code base}
 * @param steps what is to be applied, in the order in which it runs
 */
public record UpgradeRoute(List<RevisionId> destinations, List<RevisionId> steps) {

  /** Copies the lists. */
  public UpgradeRoute {
    destinations = List.copyOf(destinations);
    steps = List.copyOf(steps);
  }

  /**
   * Finds the way on a sound graph.
   *
   * @param rows the rows of the version table
   * @param wanted the targets as typed
   * @throws dev.retort.graph.target.TargetException if there is none
   */
  public static UpgradeRoute find(RevisionGraph graph, List<RevisionId> rows, List<String> wanted) {
    UpgradeTargets targets = new UpgradeTargets(graph);
    List<RevisionId> destinations = new ArrayList<>();
    for (String target : wanted) {
      if (target.startsWith("+") || target.contains("@+")) {
        KnownRows.require(graph, rows);
      }
      destinations.addAll(targets.resolve(target, rows, true));
    }
    KnownRows.requireApart(graph, destinations);
    KnownRows.require(graph, rows);
    KnownRows.requireApart(graph, rows);
    Set<RevisionId> needed = new LinkedHashSet<>(graph.ancestors(destinations, true));
    needed.removeAll(graph.ancestors(rows, true));
    return new UpgradeRoute(destinations, graph.newestFirst(needed, destinations).reversed());
  }
}
