package dev.retort.plan;

import dev.retort.graph.HeadChange;
import dev.retort.graph.RevisionGraph;
import dev.retort.graph.RowChange;
import dev.retort.graph.target.TargetException;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns a graph, the current heads and a target into a plan, exactly as Alembic would go. Pure: the
 * same arguments give the same plan, and nothing is read or written. Any thread.
 *
 * <p>Every method throws {@link dev.retort.graph.BrokenGraphException} for a graph with problems
 * and {@link TargetException} for a target that cannot be resolved or reached.
 */
public final class Planner {
  private final RevisionGraph graph;

  /** A planner for one graph. */
  public Planner(RevisionGraph graph) {
    this.graph = graph;
  }

  /** Applies whatever the targets need and is not applied. */
  public Plan upgrade(List<RevisionId> heads, List<String> targets) {
    graph.requireSound();
    return about(
        targets,
        () -> {
          Route route = new UpgradeRoute(graph).find(heads, targets);
          List<Note> notes = new ArrayList<>(route.notes());
          HeadChanges rows = new HeadChanges(graph, heads);
          List<Step> steps = new Steps(graph, notes).up(route.steps(), rows);
          return plan(Command.UPGRADE, targets, false, heads, rows, steps, notes);
        });
  }

  /** Undoes whatever stands above the target. */
  public Plan downgrade(List<RevisionId> heads, String target) {
    graph.requireSound();
    return about(
        List.of(target),
        () -> {
          Route route = new DowngradeRoute(graph).find(heads, target);
          List<Note> notes = new ArrayList<>(route.notes());
          HeadChanges rows = new HeadChanges(graph, heads);
          List<Step> steps = new Steps(graph, notes).down(route.steps(), rows);
          return plan(Command.DOWNGRADE, List.of(target), false, heads, rows, steps, notes);
        });
  }

  /**
   * Writes the version table without running anything.
   *
   * @param purge empties the table first, whatever is in it
   */
  public Plan stamp(List<RevisionId> heads, List<String> targets, boolean purge) {
    graph.requireSound();
    HeadChanges rows = new HeadChanges(graph, heads);
    List<StampRoute.Move> moves = new ArrayList<>();
    List<List<RevisionId>> after = new ArrayList<>();
    if (purge) {
      HeadChange emptied = rows.apply(List.of(new RowChange.Purge()));
      if (!heads.isEmpty()) {
        moves.add(new StampRoute.Move(heads, Optional.empty(), emptied));
      }
    }
    List<RevisionId> from = purge ? List.of() : heads;
    moves.addAll(
        new StampRoute(graph).find(from, targets.isEmpty() ? List.of("base") : targets, rows));
    HeadChanges replay = new HeadChanges(graph, heads);
    for (StampRoute.Move move : moves) {
      replay.apply(move.change().rows());
      after.add(replay.now());
    }
    List<Note> notes = new ArrayList<>();
    List<Step> steps = new Steps(graph, notes).stamp(moves, after);
    return plan(Command.STAMP, targets, purge, heads, rows, steps, notes);
  }

  private static Plan about(List<String> targets, java.util.function.Supplier<Plan> planning) {
    if (targets.stream().anyMatch(target -> target.contains(":"))) {
      throw TargetException.range("Range revision not allowed");
    }
    try {
      return planning.get();
    } catch (TargetException e) {
      throw targets.size() == 1 ? e.about(targets.getFirst()) : e;
    }
  }

  private Plan plan(
      Command command,
      List<String> targets,
      boolean purge,
      List<RevisionId> before,
      HeadChanges rows,
      List<Step> steps,
      List<Note> notes) {
    Plan plan =
        new Plan(
            command, targets, purge, before, rows.now(), steps, notes, Digest.of(before, steps));
    new PlanChecks(graph).require(plan);
    return plan;
  }
}
