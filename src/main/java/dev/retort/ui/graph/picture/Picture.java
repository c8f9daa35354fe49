package dev.retort.ui.graph.picture;

import dev.retort.lanes.LaneEdge;
import dev.retort.lanes.LaneLayout;
import dev.retort.lanes.LaneNode;
import dev.retort.revision.RevisionId;
import dev.retort.ui.graph.picture.Shown.Link;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/** The graph as it is painted: rows, newest first, and the lanes beside them. Immutable. */
public final class Picture {
  private final LaneLayout layout;
  private final List<GraphRow> rows;
  private final Set<Link> skipping;
  private final Map<RevisionId, Integer> folded = new HashMap<>();
  private final Family family;
  private final int hidden;

  private Picture(Shown shown, LaneLayout layout, int hidden) {
    this.layout = layout;
    this.skipping = shown.skipping();
    this.hidden = hidden;
    List<GraphRow> ordered = new ArrayList<>(layout.nodes().size());
    for (LaneNode node : layout.nodes()) {
      GraphRow row = Objects.requireNonNull(shown.rows().get(node.id()));
      if (row instanceof RunRow run) {
        run.members().forEach(member -> folded.put(member, node.row()));
      }
      ordered.add(row);
    }
    this.rows = List.copyOf(ordered);
    this.family = new Family(layout);
  }

  /** A picture without a row. */
  public static Picture empty() {
    return new Picture(new Shown(List.of(), Map.of(), Set.of()), LaneLayout.of(List.of()), 0);
  }

  /**
   * Draws a base.
   *
   * @param fold whether long straight stretches become a row each
   * @param unfolded the oldest revisions of stretches that stay as they are
   */
  public static Picture of(Base base, RowFilter filter, boolean fold, Set<RevisionId> unfolded) {
    Shown all = new Shown(base.inputs(), base.rows(), Set.of());
    Shown kept = filter.isEmpty() ? all : Kept.of(base, filter.matcher(base::labels));
    Shown shown = fold ? new Folding(kept, unfolded).fold() : kept;
    boolean whole = filter.isEmpty() && shown.rows().size() == base.rows().size();
    LaneLayout layout = whole ? base.layout() : LaneLayout.of(shown.inputs());
    return new Picture(shown, layout, base.inputs().size() - kept.inputs().size());
  }

  /** The rows, newest first. */
  public List<GraphRow> rows() {
    return rows;
  }

  /** How many rows the filter leaves out. */
  public int hidden() {
    return hidden;
  }

  /** How many columns the lanes take. */
  public int columns() {
    return layout.columns();
  }

  /** The column of a row's node, from 0. */
  public int column(int row) {
    return layout.nodes().get(row).column();
  }

  /** The edges that begin, end or pass in a row. */
  public List<LaneEdge> edges(int row) {
    return layout.edgesIn(row, row);
  }

  /** Whether an edge leads past revisions that are not shown. */
  public boolean skips(LaneEdge edge) {
    return !skipping.isEmpty()
        && skipping.contains(
            new Link(rows.get(edge.childRow()).id(), rows.get(edge.parentRow()).id()));
  }

  /** The row that shows a revision, by itself or folded; empty where it is filtered out. */
  public OptionalInt rowOf(RevisionId id) {
    Integer run = folded.get(id);
    if (run != null) {
      return OptionalInt.of(run);
    }
    return layout.node(id).map(node -> OptionalInt.of(node.row())).orElse(OptionalInt.empty());
  }

  /** The rows that show some revisions. */
  public BitSet rowsOf(Collection<RevisionId> ids) {
    BitSet found = new BitSet(rows.size());
    ids.forEach(id -> rowOf(id).ifPresent(found::set));
    return found;
  }

  /** The rows that a row comes from, first parents first, dependencies last. */
  public List<Integer> below(int row) {
    return family.below(row);
  }

  /** The rows that come from a row: what goes straight on first. */
  public List<Integer> above(int row) {
    return family.above(row);
  }

  /** A row, all that it comes from and all that comes from it. */
  public BitSet lineage(int row) {
    return family.lineage(row);
  }

  /** A row and all that it comes from. */
  public BitSet ancestry(int row) {
    return family.ancestry(row);
  }
}
