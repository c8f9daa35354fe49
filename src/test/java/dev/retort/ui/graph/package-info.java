/** The graph view: its model without the toolkit, and its screens. */
@NullMarked
package dev.retort.ui.graph;

import org.jspecify.annotations.NullMarked;
