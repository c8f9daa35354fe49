package dev.retort.plan;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.RevisionId;
import java.util.List;

/** Says in words where a stamp leaves a version table that no run can start from. */
final class StampNotes {
  private final RevisionGraph graph;

  StampNotes(RevisionGraph graph) {
    this.graph = graph;
  }

  /** Alembic stamps {@code a b} without looking whether one of the two includes the other. */
  List<Note> of(List<RevisionId> after) {
    List<RevisionId> known = after.stream().filter(row -> graph.find(row).isPresent()).toList();
    return graph.overlap(known).stream()
        .map(
            overlap ->
                Note.of(
                    "overlapping-rows",
                    "%s includes %s: with rows for both, every upgrade will be refused."
                        .formatted(overlap.one(), Words.and(overlap.others()))))
        .toList();
  }
}
