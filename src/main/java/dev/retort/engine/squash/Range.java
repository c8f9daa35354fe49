package dev.retort.engine.squash;

import dev.retort.graph.RevisionGraph;
import dev.retort.graph.listing.History;
import dev.retort.graph.target.Symbols;
import dev.retort.graph.target.TargetException;
import dev.retort.plan.Planner;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Revisions that can be one: only the last of them has others above it.
 *
 * @param revisions in the order in which they are applied; the last one's id is kept
 * @param downRevisions what the one will revise: whatever the range stands on
 * @param dependsOn what it will depend on beside that, as written
 * @param branchLabels the labels of all of them
 */
record Range(
    List<Revision> revisions,
    List<RevisionId> downRevisions,
    List<String> dependsOn,
    List<String> branchLabels) {
  Range {
    revisions = List.copyOf(revisions);
    downRevisions = List.copyOf(downRevisions);
    dependsOn = List.copyOf(dependsOn);
    branchLabels = List.copyOf(branchLabels);
  }

  /**
   * Reads {@code A:B}, both included; either side may be empty.
   *
   * @throws TargetException if it is no range of the graph
   * @throws SquashException if something within it has revisions above it that are not
   */
  static Range of(RevisionGraph graph, String words) {
    List<RevisionId> newestFirst = new History(graph).range(words, List.of());
    Set<RevisionId> within = new LinkedHashSet<>(newestFirst);
    if (within.size() < 2) {
      throw SquashException.input(
          "nothing-to-squash",
          "The range '" + words + "' has " + (within.isEmpty() ? "no revision." : "one revision."),
          "Name the first and the last of those that are to be one: retort squash 0004:0009.",
          words);
    }
    List<RevisionId> tops =
        within.stream()
            .filter(id -> graph.allChildren(id).stream().noneMatch(within::contains))
            .toList();
    if (tops.size() > 1) {
      throw SquashException.input(
          "multiple-heads",
          "The range '" + words + "' ends in " + tops.size() + " revisions: " + join(tops) + ".",
          "Name the one revision it is to end in.",
          words);
    }
    RevisionId last = tops.getFirst();
    for (RevisionId id : within) {
      graph.allChildren(id).stream()
          .filter(above -> !id.equals(last) && !within.contains(above))
          .findFirst()
          .ifPresent(
              above -> {
                throw SquashException.input(
                    "used-from-outside",
                    "Revision " + above + " stands on " + id + ", which would be gone.",
                    "End the range at " + id + ", or take all that stands on it into the range.",
                    id);
              });
    }
    return build(graph, within, last);
  }

  private static Range build(RevisionGraph graph, Set<RevisionId> within, RevisionId last) {
    Set<RevisionId> downs = new LinkedHashSet<>();
    Set<String> dependencies = new LinkedHashSet<>();
    Set<String> labels = new LinkedHashSet<>();
    List<Revision> ordered = new ArrayList<>();
    new Planner(graph)
        .upgrade(List.of(), List.of(last.value())).steps().stream()
            .flatMap(step -> step.revision().stream())
            .filter(within::contains)
            .map(id -> graph.find(id).orElseThrow())
            .forEach(ordered::add);
    Symbols symbols = new Symbols(graph);
    for (Revision revision : ordered) {
      downs.addAll(revision.downRevisions());
      labels.addAll(revision.branchLabels());
      for (String word : revision.dependsOn()) {
        Optional<RevisionId> id = symbols.one(word);
        if (id.filter(within::contains).isEmpty()) {
          dependencies.add(word);
        }
      }
    }
    downs.removeAll(within);
    Set<RevisionId> below = new LinkedHashSet<>();
    for (RevisionId down : downs) {
      Set<RevisionId> line = new LinkedHashSet<>(graph.ancestors(List.of(down), true));
      line.remove(down);
      below.addAll(line);
    }
    downs.removeAll(below);
    return new Range(
        ordered, new ArrayList<>(downs), new ArrayList<>(dependencies), new ArrayList<>(labels));
  }

  /** The one whose id is kept. */
  Revision last() {
    return revisions.getLast();
  }

  List<RevisionId> ids() {
    return revisions.stream().map(Revision::id).toList();
  }

  static String join(List<RevisionId> ids) {
    return String.join(", ", ids.stream().map(RevisionId::value).toList());
  }
}
