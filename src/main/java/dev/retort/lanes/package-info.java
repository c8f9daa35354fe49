/**
 * Where each revision and each edge is drawn: a {@link dev.retort.graph.RevisionGraph} in, an
 * immutable {@link dev.retort.lanes.LaneLayout} of rows, columns and edges out. Knows no toolkit
 * and no pixels; the client paints from it, and {@link dev.retort.lanes.drawing} prints it.
 */
@NullMarked
package dev.retort.lanes;

import org.jspecify.annotations.NullMarked;
