/** The colours of the lanes, held against what eyes can tell apart. */
@NullMarked
package dev.retort.ui.graph.paint;

import org.jspecify.annotations.NullMarked;
