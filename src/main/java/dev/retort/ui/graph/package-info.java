/**
 * The graph view: rows and lanes of all revisions, what is applied, current or pending on one or
 * two databases, and ways to filter, fold, walk, compare and choose. Reads the session; what is to
 * be done with a revision goes out through {@link dev.retort.ui.graph.GraphActions}.
 */
@NullMarked
package dev.retort.ui.graph;

import org.jspecify.annotations.NullMarked;
