package dev.retort.graph.target;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.RevisionId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a stamp leads to, and which rows it takes away. As in Alembic, except that counted steps
 * ({@code +1}, {@code -1}) mean what they mean to {@code upgrade} and {@code downgrade}, where
 * Alembic refuses them.
 */
public final class StampTargets {
  private final RevisionGraph graph;
  private final Symbols symbols;
  private final NegativeTargets negative;

  /** Targets on a sound graph. */
  public StampTargets(RevisionGraph graph) {
    this.graph = graph;
    this.symbols = new Symbols(graph);
    this.negative = new NegativeTargets(graph);
  }

  /**
   * A target, resolved.
   *
   * @param rows the rows that share its lineage, dependencies counted; all of them for {@code base}
   * @param destinations the rows that are to be there; none for {@code base}
   */
  public record Found(List<RevisionId> rows, List<RevisionId> destinations) {}

  /** Resolves one target from the rows of the table. */
  public Found resolve(String target, List<RevisionId> rows) {
    try {
      if (rows.isEmpty() && negative.matches(target)) {
        return new Found(rows, negative.resolve(target));
      }
      if (!negative.matches(target)) {
        List<RevisionId> destinations = symbols.resolve(target);
        return new Found(symbols.onLineOf(rows, target, true), destinations);
      }
    } catch (TargetException e) {
      if (e.code().equals("multiple-heads")) {
        throw e.asStamp();
      }
      if (Relative.parse(target).isEmpty()) {
        throw e;
      }
    }
    return relative(target, rows);
  }

  private Found relative(String target, List<RevisionId> rows) {
    Relative relative = Relative.parse(target).orElseThrow();
    Optional<RevisionId> destination;
    if (relative.steps() > 0 || relative.symbol().isPresent()) {
      destination = new UpgradeTargets(graph).resolve(target, rows, true).stream().findFirst();
    } else {
      destination = new DowngradeTargets(graph).resolve(target, rows).revision();
    }
    if (destination.isEmpty()) {
      return new Found(
          relative.label().map(label -> symbols.onLineOf(rows, label, true)).orElse(rows),
          List.of());
    }
    Set<RevisionId> touched = new LinkedHashSet<>();
    for (RevisionId row : rows) {
      if (graph.sharesLineage(row, List.of(destination.get()), true)) {
        touched.add(row);
      }
    }
    return new Found(List.copyOf(touched), List.of(destination.get()));
  }
}
