package dev.retort.ui.graph.picture;

import dev.retort.lanes.LaneInput;
import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows on their way to a layout.
 *
 * @param inputs the rows and what they hang on
 * @param rows what each shows
 * @param skipping edges that lead past rows that are not shown
 */
record Shown(List<LaneInput> inputs, Map<RevisionId, GraphRow> rows, Set<Link> skipping) {

  /** An edge, by its ends. */
  record Link(RevisionId child, RevisionId parent) {}
}
