package dev.retort.plan;

import dev.retort.graph.RevisionGraph;
import dev.retort.graph.target.Symbols;
import dev.retort.plan.route.UpgradeRoute;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says in words what an upgrade does that its target does not seem to say. */
final class UpgradeNotes {
  private final RevisionGraph graph;

  UpgradeNotes(RevisionGraph graph) {
    this.graph = graph;
  }

  List<Note> of(List<String> wanted, UpgradeRoute route, List<RevisionId> rows) {
    List<Note> notes = new ArrayList<>();
    if (route.steps().isEmpty()) {
      nothingToDo(wanted, route, rows).ifPresent(notes::add);
    }
    for (String target : wanted) {
      belowBranch(target, route).ifPresent(notes::add);
    }
    dependencies(route).ifPresent(notes::add);
    return notes;
  }

  /** Alembic is silent about an upgrade to what the database is past already. */
  private static Optional<Note> nothingToDo(
      List<String> wanted, UpgradeRoute route, List<RevisionId> rows) {
    List<RevisionId> past =
        route.destinations().stream().filter(destination -> !rows.contains(destination)).toList();
    if (!past.isEmpty()) {
      return Optional.of(
          Note.of(
              "already-applied",
              "%s already applied. An upgrade never goes back: that is what downgrade is for."
                  .formatted(Words.are(past))));
    }
    return wanted.stream().anyMatch(target -> target.endsWith("base"))
        ? Optional.of(
            Note.of("already-applied", "An upgrade to base does nothing: there is nothing below."))
        : Optional.empty();
  }

  /** Counted from nothing, a branch begins at the root of its tree, not where the label stands. */
  private Optional<Note> belowBranch(String target, UpgradeRoute route) {
    int at = target.indexOf("@+");
    if (at <= 0 || route.destinations().size() != 1) {
      return Optional.empty();
    }
    RevisionId branch = new Symbols(graph).branch(target.substring(0, at));
    RevisionId destination = route.destinations().getFirst();
    boolean below =
        !destination.equals(branch)
            && graph.ancestors(List.of(branch), false).contains(destination);
    return below
        ? Optional.of(
            Note.of(
                "below-branch",
                "%s counts from the base of the tree: %s is below %s, where the branch begins."
                    .formatted(target, destination, branch)))
        : Optional.empty();
  }

  /** What is needed goes first, though it is on another branch. */
  private Optional<Note> dependencies(UpgradeRoute route) {
    Set<RevisionId> below = graph.ancestors(route.destinations(), false);
    List<RevisionId> others = route.steps().stream().filter(id -> !below.contains(id)).toList();
    // Asked for all heads, one asks for what they depend on as well.
    return others.isEmpty() || route.destinations().containsAll(graph.realHeads())
        ? Optional.empty()
        : Optional.of(
            Note.of(
                "dependencies",
                "%s applied as well: what is asked for depends on it."
                    .formatted(Words.are(others))));
  }
}
