package dev.retort.plan;

import dev.retort.graph.RevisionGraph;
import dev.retort.graph.target.Symbols;
import dev.retort.graph.target.TargetException;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans with no database at all, between the two ends of a range {@code from:to}; after Alembic's
 * {@code --sql}.
 */
public final class Offline {
  private final Symbols symbols;
  private final Planner planner;
  private final RevisionGraph graph;

  /** Plans on one graph. */
  public Offline(RevisionGraph graph) {
    this.graph = graph;
    this.symbols = new Symbols(graph);
    this.planner = new Planner(graph);
  }

  /** {@code [from:]to}; without a start, from nothing. */
  public Plan upgrade(String range) {
    graph.requireSound();
    Range ends = Range.of(range);
    return planner.upgrade(rows(ends.from(), range), List.of(ends.to()));
  }

  /** {@code from:to}; the start is needed. */
  public Plan downgrade(String range) {
    graph.requireSound();
    Range ends = Range.of(range);
    if (ends.from().isEmpty()) {
      throw TargetException.range("downgrade with --sql requires <fromrev>:<torev>");
    }
    return planner.downgrade(rows(ends.from(), range), ends.to());
  }

  /** {@code [from:]to}, several of them with the same start. */
  public Plan stamp(List<String> ranges) {
    graph.requireSound();
    Optional<String> from = Optional.empty();
    List<String> targets = new ArrayList<>();
    for (String range : ranges) {
      Range ends = Range.of(range);
      if (ends.from().isPresent()) {
        if (from.isPresent() && !from.equals(ends.from())) {
          throw TargetException.range(
              "Stamp operation with --sql only supports a single starting revision at a time");
        }
        from = ends.from();
      }
      targets.add(ends.to());
    }
    return planner.stamp(rows(from, String.join(" ", ranges)), targets, false);
  }

  private List<RevisionId> rows(Optional<String> start, String range) {
    if (start.isEmpty() || start.get().equals("base")) {
      return List.of();
    }
    Optional<RevisionId> row = symbols.one(start.get());
    if (row.isEmpty()) {
      throw TargetException.range(
          "The start of '%s' stands for no single revision".formatted(range));
    }
    return List.of(row.get());
  }

  /** The ends of a range as typed. */
  private record Range(Optional<String> from, String to) {
    static Range of(String text) {
      String[] ends = text.split(":", -1);
      if (ends.length > 2 || (ends.length == 2 && (ends[0].isEmpty() || ends[1].isEmpty()))) {
        throw TargetException.range("'%s' is not a range from:to".formatted(text));
      }
      return ends.length == 1
          ? new Range(Optional.empty(), text)
          : new Range(Optional.of(ends[0]), ends[1]);
    }
  }
}
