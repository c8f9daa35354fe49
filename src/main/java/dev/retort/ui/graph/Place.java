package dev.retort.ui.graph;

import dev.retort.revision.RevisionId;
import java.util.Optional;

/**
 * Where a reader is in the graph.
 *
 * @param top the uppermost row in sight; absent at the very top
 * @param selected the selected revision
 * @param zoom 1 is the usual size
 */
public record Place(Optional<RevisionId> top, Optional<RevisionId> selected, double zoom) {}
