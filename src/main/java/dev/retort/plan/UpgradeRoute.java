package dev.retort.plan;

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
 */
final class UpgradeRoute {
  private final RevisionGraph graph;
  private final UpgradeTargets targets;

  UpgradeRoute(RevisionGraph graph) {
    this.graph = graph;
    this.targets = new UpgradeTargets(graph);
  }

  Route find(List<RevisionId> rows, List<String> wanted) {
    List<RevisionId> destinations = new ArrayList<>();
    for (String target : wanted) {
      if (target.startsWith("+") || target.contains("@+")) {
        Rows.requireKnown(graph, rows);
      }
      destinations.addAll(targets.resolve(target, rows, true));
    }
    Rows.requireApart(graph, destinations);
    Rows.requireKnown(graph, rows);
    Rows.requireApart(graph, rows);
    Set<RevisionId> needed = new LinkedHashSet<>(graph.ancestors(destinations, true));
    needed.removeAll(graph.ancestors(rows, true));
    return new Route(graph.newestFirst(needed, destinations).reversed(), List.of());
  }
}
