package dev.retort.plan.route;

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
 *
 * @param target where it leads
 * @param roots the lowest revisions to go, applied or not
 * @param steps what is undone, in the order in which it runs
 */
public record DowngradeRoute(
    DowngradeTarget target, List<RevisionId> roots, List<RevisionId> steps) {

  /** Copies the lists. */
  public DowngradeRoute {
    roots = List.copyOf(roots);
    steps = List.copyOf(steps);
  }

  /**
   * Finds the way on a sound graph.
   *
   * @param rows the rows of the version table, in the table's own order
   * @param wanted the target as typed
   * @throws TargetException if there is none
   */
  public static DowngradeRoute find(RevisionGraph graph, List<RevisionId> rows, String wanted) {
    if (wanted.startsWith("-") || wanted.contains("@-")) {
      KnownRows.require(graph, rows);
    }
    DowngradeTarget target = new DowngradeTargets(graph).resolve(wanted, rows);
    List<RevisionId> roots = roots(graph, target);
    KnownRows.require(graph, rows);
    Set<RevisionId> undone = new LinkedHashSet<>(graph.descendants(roots, true));
    undone.retainAll(graph.ancestors(rows, true));
    if (undone.isEmpty()) {
      target.revision().ifPresent(destination -> requireRow(graph, wanted, destination, rows));
    }
    return new DowngradeRoute(target, roots, graph.newestFirst(undone, rows));
  }

  /** Nothing above it is applied: then it must be where the database is already. */
  private static void requireRow(
      RevisionGraph graph, String wanted, RevisionId destination, List<RevisionId> rows) {
    if (!rows.contains(destination)) {
      boolean applied = graph.ancestors(rows, true).contains(destination);
      throw TargetException.notBelow(wanted, destination, rows, applied);
    }
  }

  private static List<RevisionId> roots(RevisionGraph graph, DowngradeTarget target) {
    List<RevisionId> roots = target.revision().map(graph::children).orElseGet(graph::bases);
    Optional<String> label = target.label();
    if (label.isEmpty() || count(graph, roots, target) <= 1) {
      return roots;
    }
    RevisionId branch = new Symbols(graph).branch(label.get());
    Set<RevisionId> line = graph.ancestors(List.of(branch), false);
    List<RevisionId> kept = roots.stream().filter(line::contains).toList();
    if (kept.isEmpty()) {
      throw TargetException.notOnTheLine(label.get(), roots);
    }
    return kept;
  }

  /** How many Alembic counts: on the way to base a revision counts again for each of its labels. */
  private static int count(RevisionGraph graph, List<RevisionId> roots, DowngradeTarget target) {
    if (target.revision().isPresent()) {
      return roots.size();
    }
    return roots.stream()
        .flatMap(root -> graph.find(root).stream())
        .mapToInt((Revision root) -> 1 + root.branchLabels().size())
        .sum();
  }
}
