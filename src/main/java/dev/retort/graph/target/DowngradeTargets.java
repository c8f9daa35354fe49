package dev.retort.graph.target;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.RevisionId;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a downgrade leads; after Alembic's {@code RevisionMap._parse_downgrade_target}. */
public final class DowngradeTargets {
  private final RevisionGraph graph;
  private final Symbols symbols;
  private final Walker walker;

  /** Targets on a sound graph. */
  public DowngradeTargets(RevisionGraph graph) {
    this.graph = graph;
    this.symbols = new Symbols(graph);
    this.walker = new Walker(graph, symbols);
  }

  /**
   * Where a target leads.
   *
   * @param rows the database's position in the table's own order, each known to the graph
   */
  public DowngradeTarget resolve(String target, List<RevisionId> rows) {
    return resolve(target, rows, true);
  }

  /** The same; where not strict, a walk that runs out of revisions stays where it is. */
  public DowngradeTarget resolve(String target, List<RevisionId> rows, boolean strict) {
    Optional<Relative> relative = Relative.parse(target);
    if (relative.isPresent()) {
      return relative(relative.get(), rows, strict);
    }
    int at = target.lastIndexOf('@');
    Optional<String> label = at > 0 ? Optional.of(target.substring(0, at)) : Optional.empty();
    return new DowngradeTarget(label, symbols.one(target.substring(at + 1)), false);
  }

  private DowngradeTarget relative(Relative relative, List<RevisionId> rows, boolean strict) {
    int steps = relative.steps();
    if (steps >= 0) {
      if (relative.symbol().isEmpty()) {
        throw TargetException.upByDowngrade(relative.number(), steps);
      }
      Place place =
          walker
              .walk(start(relative.symbol().get()), steps, relative.label(), strict)
              .orElseThrow(TargetException::walkedTooFar);
      return new DowngradeTarget(relative.label(), id(place), false);
    }
    return relative.symbol().isPresent()
        ? belowSymbol(relative, relative.symbol().get(), strict)
        : belowRows(relative, rows, strict);
  }

  private DowngradeTarget belowSymbol(Relative relative, String symbol, boolean strict) {
    String start = relative.label().map(label -> label + "@" + symbol).orElse(symbol);
    Place place =
        walker
            .walk(start(start), relative.steps(), Optional.empty(), strict)
            .orElseThrow(TargetException::walkedTooFar);
    return new DowngradeTarget(relative.label(), id(place), false);
  }

  private DowngradeTarget belowRows(Relative relative, List<RevisionId> rows, boolean strict) {
    boolean several = false;
    RevisionId row;
    String label;
    if (relative.label().isPresent()) {
      label = relative.label().get();
      row = onBranch(label, rows);
    } else {
      if (rows.isEmpty()) {
        throw tooFar(relative);
      }
      several = new HashSet<>(rows).size() > 1;
      row = rows.getFirst();
      label = row.value();
    }
    RevisionId start = symbols.identify(row.value(), label);
    Place place =
        walker
            .walk(new Place.At(start), relative.steps(), Optional.empty(), strict)
            .orElseThrow(() -> tooFar(relative));
    return new DowngradeTarget(Optional.of(label), id(place), several);
  }

  /** The one row on a branch; failing that, the one tip of what is applied on it. */
  RevisionId onBranch(String label, List<RevisionId> rows) {
    List<RevisionId> found = symbols.onLineOf(rows, label, false);
    if (found.isEmpty()) {
      found = symbols.onLineOf(appliedTips(rows), label, false);
    }
    if (found.isEmpty()) {
      throw TargetException.notOnTheWay(
          "Nothing of branch '" + label + "' is applied",
          "The database is not on that branch: see retort current.");
    }
    if (found.size() > 1) {
      throw TargetException.ambiguousWalk();
    }
    return found.getFirst();
  }

  private Set<RevisionId> appliedTips(List<RevisionId> rows) {
    Set<RevisionId> applied = graph.ancestors(rows, true);
    Set<RevisionId> tips = new LinkedHashSet<>();
    for (RevisionId one : applied) {
      if (graph.children(one).stream().noneMatch(applied::contains)) {
        tips.add(one);
      }
    }
    return tips;
  }

  private Place start(String symbol) {
    return symbols.one(symbol).<Place>map(Place.At::new).orElseGet(Place.Nothing::new);
  }

  private static Optional<RevisionId> id(Place place) {
    return place instanceof Place.At at ? Optional.of(at.id()) : Optional.empty();
  }

  private static TargetException tooFar(Relative relative) {
    return TargetException.tooFar(relative.number(), Math.abs((long) relative.steps()));
  }
}
