package dev.retort.plan;

import dev.retort.graph.RevisionGraph;
import dev.retort.graph.target.DowngradeTarget;
import dev.retort.plan.route.DowngradeRoute;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says in words what Alembic's rules make of a downgrade where that is more than its target seems
 * to say.
 */
final class DowngradeNotes {
  private final RevisionGraph graph;
  private final String wanted;
  private final DowngradeTarget target;
  private final List<RevisionId> steps;
  private final Set<RevisionId> above;

  DowngradeNotes(RevisionGraph graph, String wanted, DowngradeRoute route) {
    this.graph = graph;
    this.wanted = wanted;
    this.target = route.target();
    this.steps = route.steps();
    this.above = graph.descendants(route.roots(), false);
  }

  List<Note> of(List<RevisionId> before, List<RevisionId> after) {
    List<Note> notes = new ArrayList<>();
    if (target.fromFirstOfSeveralRows()) {
      notes.add(firstRow(before.getFirst()));
    }
    otherBranches().ifPresent(notes::add);
    allBranches().ifPresent(notes::add);
    dependents().ifPresent(notes::add);
    kept(before, after).ifPresent(notes::add);
    return notes;
  }

  private Note firstRow(RevisionId row) {
    return Note.of(
        "ambiguous-relative",
        "downgrade -1 from multiple heads is ambiguous; this usage will be disallowed in a future"
            + " release. The steps are counted from %s, the first row of the version table; say"
                .formatted(row)
            + " which branch: <branch>@%s.".formatted(wanted));
  }

  /** {@code branch@base} and the like follow the whole tree that the branch stands on. */
  private Optional<Note> otherBranches() {
    Optional<RevisionId> branch =
        target.label().flatMap(graph::named).map(revision -> revision.id());
    if (branch.isEmpty()) {
      return Optional.empty();
    }
    Set<RevisionId> line = graph.lineage(List.of(branch.get()), false);
    List<RevisionId> others =
        steps.stream().filter(step -> above.contains(step) && !line.contains(step)).toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Note.of(
                "other-branches",
                "%s undoes more than its branch: %s undone as well, because it stands on what goes."
                    .formatted(wanted, Words.are(others))));
  }

  /** Without a branch, everything above the target goes. */
  private Optional<Note> allBranches() {
    if (target.label().isPresent() || target.revision().isEmpty()) {
      return Optional.empty();
    }
    RevisionId point = target.revision().get();
    List<RevisionId> going = graph.children(point).stream().filter(steps::contains).toList();
    return going.size() < 2
        ? Optional.empty()
        : Optional.of(
            Note.of(
                "all-branches",
                "%s is a branch point, and every branch above it goes: %s. To undo one only: <branch>@%s."
                    .formatted(point, Words.and(going), point)));
  }

  /** What depends on a removed revision goes with it, though it is on another branch. */
  private Optional<Note> dependents() {
    List<RevisionId> others = steps.stream().filter(step -> !above.contains(step)).toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Note.of(
                "dependents",
                "%s undone as well: it depends on a revision that goes."
                    .formatted(Words.are(others))));
  }

  /** The other side of a merge, or a dependency, stays and is a row of its own again. */
  private Optional<Note> kept(List<RevisionId> before, List<RevisionId> after) {
    List<RevisionId> kept =
        after.stream()
            .filter(row -> !before.contains(row) && !Optional.of(row).equals(target.revision()))
            .toList();
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Note.of(
                "kept",
                "%s not above the target, so it stays applied, with a row of its own."
                    .formatted(Words.are(kept))));
  }
}
