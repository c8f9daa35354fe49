package dev.retort.plan;

import dev.retort.graph.HeadChange;
import dev.retort.graph.RevisionGraph;
import dev.retort.graph.RowChange;
import dev.retort.graph.target.TargetException;
import dev.retort.revision.RevisionId;
import dev.retort.revision.WayBack;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /**
   * The step of one revision alone, as a plan from these heads would have it, and none if the heads
   * do not allow it: it is applied already, or what it stands on is not, and the other way round.
   *
   * @param notes what the reader should know is added
   */
  public Optional<Step> single(
      List<RevisionId> heads, RevisionId revision, Direction direction, List<Note> notes) {
    graph.requireSound();
    if (graph.find(revision).isEmpty()
        || heads.stream().anyMatch(head -> graph.find(head).isEmpty())) {
      return Optional.empty();
    }
    Set<RevisionId> applied = graph.ancestors(heads, true);
    boolean up = direction == Direction.UPGRADE;
    Set<RevisionId> needed = new LinkedHashSet<>();
    if (up) {
      needed.addAll(graph.ancestors(List.of(revision), true));
      needed.remove(revision);
    }
    Set<RevisionId> above = new LinkedHashSet<>(graph.descendants(List.of(revision), false));
    above.remove(revision);
    boolean fits =
        applied.contains(revision) != up
            && applied.containsAll(needed)
            && above.stream().noneMatch(applied::contains);
    if (!fits) {
      return Optional.empty();
    }
    Steps steps = new Steps(graph, notes);
    HeadChanges rows = new HeadChanges(graph, heads);
    return Optional.of(
        (up ? steps.up(List.of(revision), rows) : steps.down(List.of(revision), rows)).getFirst());
  }

  /**
   * An upgrade or a downgrade that begins with what is left of a step that stopped midway.
   *
   * @param statements what is left of it
   * @return none if the way to the targets does not go through that revision
   */
  public Optional<Plan> resumed(
      Command command,
      List<RevisionId> heads,
      List<String> targets,
      Resumption from,
      List<PlannedStatement> statements) {
    graph.requireSound();
    return about(
        targets,
        () -> {
          boolean up = command == Command.UPGRADE;
          Route route =
              up
                  ? new UpgradeRoute(graph).find(heads, targets)
                  : new DowngradeRoute(graph).find(heads, targets.getFirst());
          RevisionId first = from.interruption().revision();
          if (!route.steps().contains(first)) {
            return Optional.empty();
          }
          List<RevisionId> order = new ArrayList<>(List.of(first));
          route.steps().stream().filter(id -> !id.equals(first)).forEach(order::add);
          List<Note> notes = new ArrayList<>(route.notes());
          HeadChanges rows = new HeadChanges(graph, heads);
          Steps builder = new Steps(graph, notes);
          List<Step> steps =
              new ArrayList<>(up ? builder.up(order, rows) : builder.down(order, rows));
          steps.set(0, steps.getFirst().with(statements));
          return Optional.of(
              plan(command, targets, false, heads, rows, steps, notes, Optional.of(from)));
        });
  }

  /**
   * What is left of a step that stopped midway, and nothing else.
   *
   * @param step the whole step, as {@link #single} gives it
   * @param statements what is left of it
   */
  public Plan finished(
      List<RevisionId> heads,
      Step step,
      List<Note> notes,
      Resumption from,
      List<PlannedStatement> statements) {
    HeadChanges rows = new HeadChanges(graph, heads);
    rows.apply(step.headChange().rows());
    return plan(
        Command.RESUME,
        List.of(from.interruption().revision().value()),
        false,
        heads,
        rows,
        List.of(step.with(statements)),
        notes,
        Optional.of(from));
  }

  /** Takes away what is half made, and leaves heads and mark as they are. */
  public Plan cleanup(List<RevisionId> heads, Interruption mark, List<HalfMade> halfMade) {
    List<RevisionId> sorted = heads.stream().sorted().toList();
    List<Step> steps =
        halfMade.isEmpty()
            ? List.of()
            : List.of(
                new Step(
                    Optional.of(mark.revision()),
                    Direction.CLEANUP,
                    sorted,
                    List.of(mark.revision()),
                    "",
                    Optional.empty(),
                    false,
                    halfMade.stream().map(PlannedStatement::cleanup).toList(),
                    new HeadChange(List.of()),
                    sorted,
                    new WayBack.Missing()));
    return new Plan(
        Command.CLEANUP,
        List.of(),
        false,
        heads,
        sorted,
        steps,
        List.of(),
        Digest.of(heads, steps));
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

  private static <T> T about(List<String> targets, Supplier<T> planning) {
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
    return plan(command, targets, purge, before, rows, steps, notes, Optional.empty());
  }

  private Plan plan(
      Command command,
      List<String> targets,
      boolean purge,
      List<RevisionId> before,
      HeadChanges rows,
      List<Step> steps,
      List<Note> notes,
      Optional<Resumption> from) {
    Plan plan =
        new Plan(
            command,
            targets,
            purge,
            before,
            rows.now(),
            steps,
            notes,
            Digest.of(before, steps, from),
            from);
    new PlanChecks(graph).require(plan);
    return plan;
  }
}
