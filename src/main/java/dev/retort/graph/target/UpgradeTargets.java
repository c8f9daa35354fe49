package dev.retort.graph.target;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.RevisionId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an upgrade leads to; after Alembic's {@code RevisionMap._parse_upgrade_target}. */
public final class UpgradeTargets {
  private final RevisionGraph graph;
  private final Symbols symbols;
  private final Walker walker;

  /** Targets on a sound graph. */
  public UpgradeTargets(RevisionGraph graph) {
    this.graph = graph;
    this.symbols = new Symbols(graph);
    this.walker = new Walker(graph, symbols);
  }

  /** Whether a target means something else once the database has moved: {@code +2}. */
  public static boolean isCounted(String target) {
    return Relative.parse(target).filter(steps -> steps.symbol().isEmpty()).isPresent();
  }

  /**
   * The revisions a target stands for; none for {@code base}.
   *
   * @param rows the database's position, each known to the graph
   * @param strict whether walking too far is an error; {@code history} stays where it is instead
   */
  public List<RevisionId> resolve(String target, List<RevisionId> rows, boolean strict) {
    Optional<Relative> relative = Relative.parse(target);
    if (relative.isEmpty()) {
      return symbols.resolve(target);
    }
    Place place =
        relative.get().symbol().isPresent()
            ? fromSymbol(relative.get(), strict)
            : fromRows(relative.get(), rows, strict);
    return switch (place) {
      case Place.At at -> List.of(at.id());
      // The way up cannot end at nothing, and "three below this" that is base is more than there
      // is.
      case Place.Nothing nothing -> List.of();
      case Place.Base base -> throw TargetException.walkedTooFar();
    };
  }

  private Place fromSymbol(Relative relative, boolean strict) {
    String symbol = relative.symbol().orElseThrow();
    int steps = relative.steps();
    boolean up = steps > 0;
    String start = up ? symbol : relative.label().map(label -> label + "@" + symbol).orElse(symbol);
    return walker
        .walk(place(symbols.one(start)), steps, up ? relative.label() : Optional.empty(), strict)
        .orElseThrow(TargetException::walkedTooFar);
  }

  private Place fromRows(Relative relative, List<RevisionId> rows, boolean strict) {
    int steps = relative.steps();
    if (steps <= 0) {
      throw TargetException.downByUpgrade(steps);
    }
    List<RevisionId> starts = rows;
    if (relative.label().isPresent()) {
      starts = starts(relative.label().get(), rows);
    }
    if (starts.size() > 1) {
      throw TargetException.ambiguousStart(starts);
    }
    return walker
        .walk(place(starts.stream().findFirst()), steps, relative.label(), strict)
        .orElseThrow(() -> TargetException.tooFar(relative.number(), steps));
  }

  /** The rows on a branch; failing that, the tips of what is applied on it. */
  List<RevisionId> starts(String label, List<RevisionId> rows) {
    List<RevisionId> onBranch = symbols.onLineOf(rows, label, false);
    return onBranch.isEmpty()
        ? tips(symbols.onLineOf(graph.ancestors(rows, true), label, false))
        : onBranch;
  }

  private List<RevisionId> tips(Collection<RevisionId> some) {
    Set<RevisionId> tips = new LinkedHashSet<>(some);
    some.forEach(one -> graph.normalizedDown(one).forEach(tips::remove));
    return List.copyOf(tips);
  }

  private static Place place(Optional<RevisionId> id) {
    return id.<Place>map(Place.At::new).orElseGet(Place.Nothing::new);
  }
}
