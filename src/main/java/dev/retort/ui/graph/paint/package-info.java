/** Paints the lanes of one row at a time: lines, and a shape for each state. */
@NullMarked
package dev.retort.ui.graph.paint;

import org.jspecify.annotations.NullMarked;
