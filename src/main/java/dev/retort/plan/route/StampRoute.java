package dev.retort.plan.route;

import dev.retort.graph.HeadChange;
import dev.retort.graph.RevisionGraph;
import dev.retort.graph.RowChange;
import dev.retort.graph.target.StampTargets;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The moves of a stamp; after Alembic's {@code ScriptDirectory._stamp_revs}. Where Alembic crashes
 * (several targets below the rows, the same target twice, rows both above and below a target) it
 * ends at the targets.
 */
public final class StampRoute {
  private final RevisionGraph graph;
  private final StampTargets targets;
  private final VersionRows rows;
  private final List<Move> moves = new ArrayList<>();

  /**
   * One move.
   *
   * @param from the rows that go
   * @param to the row that comes; empty where rows only go
   * @param change how
   * @param after the rows once it is done, sorted
   */
  public record Move(
      List<RevisionId> from, Optional<RevisionId> to, HeadChange change, List<RevisionId> after) {

    /** Copies the lists. */
    public Move {
      from = List.copyOf(from);
      after = List.copyOf(after);
    }
  }

  private StampRoute(RevisionGraph graph, List<RevisionId> rows) {
    this.graph = graph;
    this.targets = new StampTargets(graph);
    this.rows = new VersionRows(rows);
  }

  /**
   * The moves on a sound graph.
   *
   * @param rows the rows of the version table
   * @param wanted the targets as typed; none is {@code base}
   * @param purge whether the table is emptied first, whatever is in it
   * @throws dev.retort.graph.target.TargetException if a target cannot be resolved, or a row that
   *     is not purged
   */
  public static List<Move> find(
      RevisionGraph graph, List<RevisionId> rows, List<String> wanted, boolean purge) {
    StampRoute route = new StampRoute(graph, rows);
    if (purge && !rows.isEmpty()) {
      route.move(rows, Optional.empty(), List.of(new RowChange.Purge()));
    }
    route.find(purge ? List.of() : rows, wanted.isEmpty() ? List.of("base") : wanted);
    return List.copyOf(route.moves);
  }

  private void find(List<RevisionId> from, List<String> wanted) {
    KnownRows.require(graph, from);
    Set<RevisionId> touched = new LinkedHashSet<>();
    Set<RevisionId> destinations = new LinkedHashSet<>();
    for (String target : wanted) {
      StampTargets.Found found = targets.resolve(target, from);
      touched.addAll(found.rows());
      destinations.addAll(found.destinations());
    }
    if (destinations.isEmpty()) {
      touched.forEach(
          row -> move(List.of(row), Optional.empty(), List.of(new RowChange.Delete(row))));
    }
    for (RevisionId destination : destinations) {
      if (!touched.contains(destination) && !rows.contains(destination)) {
        moveTo(destination, List.copyOf(touched));
      }
    }
  }

  private void moveTo(RevisionId destination, List<RevisionId> touched) {
    boolean onTheWay = !touched.isEmpty() && graph.sharesLineage(destination, touched, true);
    boolean allThere = touched.stream().allMatch(rows::contains);
    if (!onTheWay || !allThere) {
      List<RevisionId> from = onTheWay ? touched : List.of();
      move(from, Optional.of(destination), List.of(new RowChange.Insert(destination)));
      return;
    }
    List<RowChange> changes = new ArrayList<>();
    touched.subList(0, touched.size() - 1).forEach(row -> changes.add(new RowChange.Delete(row)));
    changes.add(new RowChange.Update(touched.getLast(), destination));
    move(touched, Optional.of(destination), changes);
  }

  private void move(List<RevisionId> from, Optional<RevisionId> to, List<RowChange> changes) {
    moves.add(new Move(from, to, rows.apply(changes), rows.now()));
  }
}
