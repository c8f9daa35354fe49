package dev.retort.plan;

import dev.retort.graph.RevisionGraph;
import dev.retort.graph.target.DowngradeTarget;
import dev.retort.graph.target.DowngradeTargets;
import dev.retort.graph.target.Symbols;
import dev.retort.graph.target.TargetException;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which revisions a downgrade undoes; after Alembic's {@code
 * RevisionMap._collect_downgrade_revisions}.
 */
final class DowngradeRoute {
  private final RevisionGraph graph;
  private final Symbols symbols;
  private final DowngradeTargets targets;

  DowngradeRoute(RevisionGraph graph) {
    this.graph = graph;
    this.symbols = new Symbols(graph);
    this.targets = new DowngradeTargets(graph);
  }

  Route find(List<RevisionId> rows, String wanted) {
    if (wanted.startsWith("-") || wanted.contains("@-")) {
      Rows.requireKnown(graph, rows);
    }
    DowngradeTarget target = targets.resolve(wanted, rows);
    List<RevisionId> roots = roots(target);
    Rows.requireKnown(graph, rows);
    Set<RevisionId> undone = new LinkedHashSet<>(graph.descendants(roots, true));
    undone.retainAll(graph.ancestors(rows, true));
    if (undone.isEmpty()
        && target.revision().isPresent()
        && !rows.contains(target.revision().get())) {
      throw TargetException.notOnTheWay(
          "Destination " + wanted + " is not a valid downgrade target from current head(s)",
          target.revision().get()
              + " is not applied, or nothing that revises it is; see retort current.");
    }
    List<RevisionId> steps = graph.newestFirst(undone, rows);
    return new Route(steps, new DowngradeNotes(graph).of(wanted, target, rows, steps));
  }

  /** The lowest revisions to go. */
  private List<RevisionId> roots(DowngradeTarget target) {
    List<RevisionId> roots = target.revision().map(graph::children).orElseGet(graph::bases);
    Optional<String> label = target.label();
    if (label.isEmpty() || count(roots, target) <= 1) {
      return roots;
    }
    Set<RevisionId> line = graph.ancestors(List.of(symbols.branch(label.get())), false);
    List<RevisionId> kept = roots.stream().filter(line::contains).toList();
    if (kept.isEmpty()) {
      throw TargetException.notOnTheWay(
          "Not a valid downgrade target from current heads",
          "None of the revisions that would go is on the line of '" + label.get() + "'.");
    }
    return kept;
  }

  /** How many Alembic counts: on the way to base a revision counts again for each of its labels. */
  private int count(List<RevisionId> roots, DowngradeTarget target) {
    if (target.revision().isPresent()) {
      return roots.size();
    }
    return roots.stream()
        .flatMap(root -> graph.find(root).stream())
        .mapToInt((Revision root) -> 1 + root.branchLabels().size())
        .sum();
  }
}
