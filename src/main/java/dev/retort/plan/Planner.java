package dev.retort.plan;

import dev.retort.graph.RevisionGraph;
import dev.retort.graph.target.TargetException;
import dev.retort.plan.route.DowngradeRoute;
import dev.retort.plan.route.StampRoute;
import dev.retort.plan.route.UpgradeRoute;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

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

  /**
   * Applies whatever the targets need and is not applied.
   *
   * @param heads the rows of the version table
   * @param targets as typed, at least one
   */
  public Plan upgrade(List<RevisionId> heads, List<String> targets) {
    graph.requireSound();
    return about(
        targets,
        () -> {
          UpgradeRoute route = UpgradeRoute.find(graph, heads, targets);
          List<Note> notes = new ArrayList<>(new UpgradeNotes(graph).of(targets, route, heads));
          List<Step> steps = new Steps(graph, notes).up(route.steps(), heads);
          return plan(Command.UPGRADE, targets, false, heads, steps, notes);
        });
  }

  /**
   * Undoes whatever stands above the target.
   *
   * @param heads the rows of the version table, in the table's own order: a bare {@code -1} counts
   *     from the first
   */
  public Plan downgrade(List<RevisionId> heads, String target) {
    graph.requireSound();
    return about(
        List.of(target),
        () -> {
          DowngradeRoute route = DowngradeRoute.find(graph, heads, target);
          List<Note> stepNotes = new ArrayList<>();
          List<Step> steps = new Steps(graph, stepNotes).down(route.steps(), heads);
          List<Note> notes =
              new ArrayList<>(
                  new DowngradeNotes(graph, target, route).of(heads, after(heads, steps)));
          notes.addAll(stepNotes);
          return plan(Command.DOWNGRADE, List.of(target), false, heads, steps, notes);
        });
  }

  /**
   * Writes the version table without running anything.
   *
   * @param heads the rows of the version table
   * @param targets as typed; none is {@code base}
   * @param purge empties the table first, whatever is in it
   */
  public Plan stamp(List<RevisionId> heads, List<String> targets, boolean purge) {
    graph.requireSound();
    List<Step> steps = Steps.stamp(StampRoute.find(graph, heads, targets, purge));
    List<Note> notes = new StampNotes(graph).of(after(heads, steps));
    return plan(Command.STAMP, targets, purge, heads, steps, notes);
  }

  private static Plan about(List<String> targets, Supplier<Plan> planning) {
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
      List<Step> steps,
      List<Note> notes) {
    Plan plan =
        new Plan(
            command,
            targets,
            purge,
            before,
            after(before, steps),
            steps,
            notes,
            Digest.of(before, steps));
    new PlanChecks(graph).require(plan);
    return plan;
  }

  private static List<RevisionId> after(List<RevisionId> before, List<Step> steps) {
    return steps.isEmpty() ? before.stream().sorted().toList() : steps.getLast().headsAfter();
  }
}
