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
    if (relative.symbol().isPresent()) {
      return fromSymbol(relative, relative.symbol().get(), strict);
    }
    int steps = relative.steps();
    if (steps >= 0) {
      throw TargetException.tooFar(relative.number(), steps, "a downgrade counts down");
    }
    return fromRows(relative, rows, strict);
  }

  private DowngradeTarget fromSymbol(Relative relative, String symbol, boolean strict) {
    boolean up = relative.steps() >= 0;
    String start = up ? symbol : relative.label().map(label -> label + "@" + symbol).orElse(symbol);
    Walk walk =
        walker.walk(start(start), relative.steps(), up ? relative.label() : Optional.empty());
    if (strict && !walk.isComplete()) {
      throw TargetException.walkedTooFar(walk.inWords());
    }
    return new DowngradeTarget(relative.label(), walk.end().revision(), false);
  }

  private DowngradeTarget fromRows(Relative relative, List<RevisionId> rows, boolean strict) {
    if (relative.label().isEmpty() && rows.isEmpty()) {
      throw tooFar(relative, "nothing is applied");
    }
    RevisionId row = relative.label().map(name -> onBranch(name, rows)).orElseGet(rows::getFirst);
    String label = relative.label().orElse(row.value());
    RevisionId start = symbols.identify(row.value(), label);
    Walk walk = walker.walk(new Place.At(start), relative.steps(), Optional.empty());
    if (strict && !walk.isComplete()) {
      throw tooFar(relative, walk.inWords());
    }
    boolean several = relative.label().isEmpty() && new HashSet<>(rows).size() > 1;
    return new DowngradeTarget(Optional.of(label), walk.end().revision(), several);
  }

  /** The one row on a branch; failing that, the one tip of what is applied on it. */
  private RevisionId onBranch(String label, List<RevisionId> rows) {
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
      throw TargetException.ambiguousWalk("on branch '" + label + "' the database is at", found);
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

  private static TargetException tooFar(Relative relative, String found) {
    return TargetException.tooFar(relative.number(), Math.abs((long) relative.steps()), found);
  }
}
