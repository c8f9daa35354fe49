package dev.retort.lanes;

import dev.retort.revision.RevisionId;

/**
 * Where a revision is drawn.
 *
 * @param row 0 is the newest
 * @param column 0 is the leftmost
 */
public record LaneNode(RevisionId id, int row, int column) {}
