package dev.retort.graph.listing;

import dev.retort.graph.Overlap;
import dev.retort.graph.RevisionGraph;
import dev.retort.graph.target.DowngradeTarget;
import dev.retort.graph.target.DowngradeTargets;
import dev.retort.graph.target.NegativeTargets;
import dev.retort.graph.target.Symbols;
import dev.retort.graph.target.TargetException;
import dev.retort.graph.target.UpgradeTargets;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The revisions that {@code history} lists, newest first; after Alembic's {@code command.history}
 * and {@code RevisionMap.iterate_revisions}.
 */
public final class History {
  private static final String CURRENT = "current";

  private final RevisionGraph graph;
  private final Symbols symbols;
  private final UpgradeTargets targets;
  private final NegativeTargets negative;

  /** Histories of a sound graph. */
  public History(RevisionGraph graph) {
    this.graph = graph;
    this.symbols = new Symbols(graph);
    this.targets = new UpgradeTargets(graph);
    this.negative = new NegativeTargets(graph);
  }

  /** Whether a range asks for the database's position. */
  public static boolean needsRows(String range) {
    return List.of(range.strip().split(":", -1)).contains(CURRENT);
  }

  /** Every revision. */
  public List<RevisionId> all() {
    return list("base", "heads", List.of());
  }

  /**
   * The revisions of a range {@code start:end}; either side may be empty, or {@code current}.
   *
   * @param rows the database's position; only looked at for {@code current}
   */
  public List<RevisionId> range(String range, List<RevisionId> rows) {
    String[] ends = range.strip().split(":", -1);
    if (ends.length != 2) {
      throw TargetException.range("History range requires [start]:[end], [start]:, or :[end]");
    }
    String start = ends[0].isEmpty() ? "base" : ends[0];
    String end = ends[1].isEmpty() ? "heads" : ends[1];
    try {
      return list(start, end, rows);
    } catch (TargetException e) {
      throw e.about(ends[1]);
    }
  }

  private List<RevisionId> list(String start, String end, List<RevisionId> rows) {
    boolean fromRows = start.equals(CURRENT) && !end.equals(CURRENT);
    if (fromRows || end.equals(CURRENT)) {
      requireKnown(rows);
    }
    List<RevisionId> tops =
        tops(fromRows ? "" : start, end, rows, fromRows ? rows : startRows(start));
    List<RevisionId> bottoms = fromRows ? rows : bottoms(start, end, tops);
    requireApart(tops);
    Set<RevisionId> wanted = new LinkedHashSet<>(graph.ancestors(tops, true));
    if (!wanted.containsAll(bottoms)) {
      throw TargetException.notOnTheWay(
          "Requested range %s:%s does not refer to ancestor/descendant revisions along the same branch"
              .formatted(start, end),
          "The start of a range must be below its end.");
    }
    requireApart(bottoms);
    wanted.removeAll(graph.ancestors(bottoms, true));
    if (!bottoms.isEmpty()) {
      wanted.addAll(bottoms);
      wanted.retainAll(graph.descendants(bottoms, false));
    }
    return graph.newestFirst(wanted, tops);
  }

  private List<RevisionId> tops(
      String start, String end, List<RevisionId> rows, List<RevisionId> startRows) {
    List<RevisionId> tops;
    if (end.equals(CURRENT)) {
      tops = rows.isEmpty() ? graph.realHeads() : rows;
    } else if (negative.matches(end)) {
      tops = targets.resolve(end, List.of(), false);
    } else {
      tops = targets.resolve(end, startRows, false);
    }
    int at = start.indexOf('@');
    if (at < 0) {
      return tops;
    }
    String label = branchLabel(start.substring(0, at));
    return tops.stream().filter(top -> graph.labels(top).contains(label)).toList();
  }

  /** What {@code +2} as an end is counted from: the start. */
  private List<RevisionId> startRows(String start) {
    return start.isEmpty() || negative.matches(start) ? List.of() : symbols.resolve(start);
  }

  /** An id in a label's place stands for the one label it has. */
  private String branchLabel(String name) {
    RevisionId branch = symbols.branch(name);
    if (!branch.value().equals(name)) {
      return name;
    }
    Set<String> labels = graph.labels(branch);
    return labels.size() == 1 ? labels.iterator().next() : name;
  }

  private List<RevisionId> bottoms(String start, String end, List<RevisionId> tops) {
    if (!negative.matches(start)) {
      return symbols.resolve(start);
    }
    List<RevisionId> found = negative.resolve(start);
    if (!found.isEmpty()) {
      return found;
    }
    if (end.equals("heads")) {
      throw TargetException.unknown(
          "heads", "No such branch: 'heads'", "Give the end of the range as well.");
    }
    DowngradeTarget below = new DowngradeTargets(graph).resolve(start, tops, false);
    return below.revision().stream().toList();
  }

  private void requireKnown(List<RevisionId> rows) {
    for (RevisionId row : rows) {
      if (graph.find(row).isEmpty()) {
        throw TargetException.unknownRow(row.value());
      }
    }
  }

  private void requireApart(List<RevisionId> some) {
    Optional<Overlap> overlap = graph.overlap(some);
    if (overlap.isPresent()) {
      throw TargetException.overlapping(overlap.get().one(), overlap.get().others());
    }
  }

  /** Revisions that more than one revision revises, newest first. */
  public List<RevisionId> branchPoints() {
    return all().stream().filter(graph::isBranchPoint).toList();
  }

  /** What {@code current} shows: the rows and the tips of what they imply. */
  public List<RevisionId> current(List<RevisionId> rows) {
    requireKnown(rows);
    Set<RevisionId> applied = graph.ancestors(rows, true);
    List<RevisionId> tips = new ArrayList<>();
    for (RevisionId one : applied) {
      if (graph.children(one).stream().noneMatch(applied::contains)) {
        tips.add(one);
      }
    }
    return tips.stream().sorted().toList();
  }

  /** What {@code show} shows. */
  public List<RevisionId> show(String target, List<RevisionId> rows) {
    if (target.equals(CURRENT)) {
      requireKnown(rows);
      return rows;
    }
    return negative.matches(target) ? negative.resolve(target) : symbols.resolve(target);
  }

  /** Whether the rows are exactly the heads: {@code current --check-heads}. */
  public boolean atHeads(List<RevisionId> rows) {
    return Set.copyOf(rows).equals(Set.copyOf(graph.heads()));
  }

  /** The revisions by id, for those who print them. */
  public List<Revision> revisions(List<RevisionId> ids) {
    return ids.stream().map(id -> graph.find(id).orElseThrow()).toList();
  }
}
