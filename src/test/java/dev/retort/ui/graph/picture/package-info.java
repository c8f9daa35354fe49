/** Pictures of graphs, held against what is expected of them, without the toolkit. */
@NullMarked
package dev.retort.ui.graph.picture;

import org.jspecify.annotations.NullMarked;
