/**
 * What the graph view paints, worked out as values: revisions, ghosts and folded runs in rows and
 * lanes, filtered, with what each says of one or two databases. Knows no toolkit.
 */
@NullMarked
package dev.retort.ui.graph.picture;

import org.jspecify.annotations.NullMarked;
