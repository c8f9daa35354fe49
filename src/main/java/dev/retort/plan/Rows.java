package dev.retort.plan;

import dev.retort.graph.Overlap;
import dev.retort.graph.RevisionGraph;
import dev.retort.graph.target.TargetException;
import dev.retort.revision.RevisionId;
import java.util.List;

/** Checks the rows of a version table against the graph before anything is planned from them. */
final class Rows {
  private Rows() {}

  /** Refuses rows that no file has. A row that is only the beginning of an id is such a row. */
  static void requireKnown(RevisionGraph graph, List<RevisionId> rows) {
    for (RevisionId row : rows) {
      if (graph.find(row).isEmpty()) {
        throw TargetException.unknownRow(row.value());
      }
    }
  }

  /** Refuses revisions one of which contains another. */
  static void requireApart(RevisionGraph graph, List<RevisionId> some) {
    graph
        .overlap(some)
        .ifPresent(
            (Overlap overlap) -> {
              throw TargetException.overlapping(overlap.one(), overlap.others());
            });
  }
}
