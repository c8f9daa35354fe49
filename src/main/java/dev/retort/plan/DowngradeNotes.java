package dev.retort.plan;

import dev.retort.graph.RevisionGraph;
import dev.retort.graph.target.DowngradeTarget;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says in words what Alembic's rules make of a downgrade where that is more than its target seems
 * to say.
 */
final class DowngradeNotes {
  private final RevisionGraph graph;

  DowngradeNotes(RevisionGraph graph) {
    this.graph = graph;
  }

  List<Note> of(
      String wanted, DowngradeTarget target, List<RevisionId> rows, List<RevisionId> steps) {
    List<Note> notes = new ArrayList<>();
    if (target.fromFirstOfSeveralRows()) {
      notes.add(
          note(
              "ambiguous-relative",
              "downgrade -1 from multiple heads is ambiguous; this usage will be disallowed in a"
                  + " future release. The steps are counted from "
                  + rows.getFirst()
                  + ", the first row of the version table; say which branch: <branch>@"
                  + wanted
                  + "."));
    }
    undoneElsewhere(wanted, target, steps).ifPresent(notes::add);
    dependents(target, steps).ifPresent(notes::add);
    return notes;
  }

  /** {@code branch@base} and the like follow the whole tree that the branch stands on. */
  private Optional<Note> undoneElsewhere(
      String wanted, DowngradeTarget target, List<RevisionId> steps) {
    if (target.label().isEmpty() || graph.named(target.label().get()).isEmpty()) {
      return Optional.empty();
    }
    RevisionId branch = graph.named(target.label().get()).orElseThrow().id();
    Set<RevisionId> line = new LinkedHashSet<>(graph.ancestors(List.of(branch), false));
    line.addAll(graph.descendants(List.of(branch), false));
    List<RevisionId> others = steps.stream().filter(step -> !line.contains(step)).toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            note(
                "other-branches",
                "%s undoes more than its branch: %s stand on what it removes."
                    .formatted(wanted, names(others))));
  }

  /** What depends on a removed revision goes with it, though it is on another branch. */
  private Optional<Note> dependents(DowngradeTarget target, List<RevisionId> steps) {
    if (target.revision().isEmpty()) {
      return Optional.empty();
    }
    Set<RevisionId> above = graph.descendants(List.of(target.revision().get()), false);
    List<RevisionId> others = steps.stream().filter(step -> !above.contains(step)).toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            note(
                "dependents",
                "%s go as well, because they depend on a revision that goes."
                    .formatted(names(others))));
  }

  private static String names(List<RevisionId> ids) {
    return ids.stream().map(RevisionId::value).collect(Collectors.joining(", "));
  }

  private static Note note(String code, String text) {
    return new Note(code, text, Optional.empty());
  }
}
