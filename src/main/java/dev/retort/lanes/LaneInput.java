package dev.retort.lanes;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.RevisionId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the layout needs to know of one row. A whole graph gives one for each revision; whoever
 * shows less than that, or more, makes his own. Parents and dependencies that are not among the
 * rows are left out.
 *
 * @param parents what it revises, in the order written
 * @param dependencies what it depends on and does not revise
 * @param opensBranch whether it carries a branch label of its own
 * @param date when it was made, as written in its file
 */
public record LaneInput(
    RevisionId id,
    List<RevisionId> parents,
    List<RevisionId> dependencies,
    boolean opensBranch,
    Optional<String> date) {

  /** Copies the lists. */
  public LaneInput {
    parents = List.copyOf(parents);
    dependencies = List.copyOf(dependencies);
  }

  /** One for each revision of a graph, in load order. */
  public static List<LaneInput> of(RevisionGraph graph) {
    return graph.revisions().stream()
        .map(
            revision -> {
              Set<RevisionId> revised = new LinkedHashSet<>(revision.downRevisions());
              revised.remove(revision.id());
              return new LaneInput(
                  revision.id(),
                  List.copyOf(revised),
                  graph.dependencies(revision.id()).stream()
                      .filter(id -> !revised.contains(id) && !id.equals(revision.id()))
                      .distinct()
                      .toList(),
                  !revision.branchLabels().isEmpty(),
                  revision.createDate());
            })
        .toList();
  }
}
