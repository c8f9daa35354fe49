package dev.retort.plan;

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
 * ends at the targets' tips.
 */
final class StampRoute {
  private final RevisionGraph graph;
  private final StampTargets targets;

  /**
   * One move.
   *
   * @param from the rows that go
   * @param to the row that comes; empty where rows only go
   */
  record Move(List<RevisionId> from, Optional<RevisionId> to, HeadChange change) {}

  StampRoute(RevisionGraph graph) {
    this.graph = graph;
    this.targets = new StampTargets(graph);
  }

  /** The moves from some rows to some targets; {@code heads} is moved along. */
  List<Move> find(List<RevisionId> rows, List<String> wanted, HeadChanges heads) {
    Rows.requireKnown(graph, rows);
    Set<RevisionId> touched = new LinkedHashSet<>();
    Set<RevisionId> destinations = new LinkedHashSet<>();
    for (String target : wanted) {
      StampTargets.Found found = targets.resolve(target, rows);
      touched.addAll(found.rows());
      destinations.addAll(found.destinations());
    }
    List<Move> moves = new ArrayList<>();
    if (destinations.isEmpty()) {
      for (RevisionId row : touched) {
        moves.add(move(List.of(row), Optional.empty(), List.of(new RowChange.Delete(row)), heads));
      }
      return moves;
    }
    for (RevisionId destination : destinations) {
      if (!touched.contains(destination) && !heads.contains(destination)) {
        moves.add(to(destination, List.copyOf(touched), heads));
      }
    }
    return moves;
  }

  private Move to(RevisionId destination, List<RevisionId> touched, HeadChanges heads) {
    boolean onTheWay = !touched.isEmpty() && graph.sharesLineage(destination, touched, true);
    boolean allThere = touched.stream().allMatch(heads::contains);
    if (!onTheWay || !allThere) {
      List<RevisionId> from = onTheWay ? touched : List.of();
      return move(
          from, Optional.of(destination), List.of(new RowChange.Insert(destination)), heads);
    }
    List<RowChange> changes = new ArrayList<>();
    touched.subList(0, touched.size() - 1).forEach(row -> changes.add(new RowChange.Delete(row)));
    changes.add(new RowChange.Update(touched.getLast(), destination));
    return move(touched, Optional.of(destination), changes, heads);
  }

  private static Move move(
      List<RevisionId> from, Optional<RevisionId> to, List<RowChange> changes, HeadChanges heads) {
    return new Move(from, to, heads.apply(changes));
  }
}
