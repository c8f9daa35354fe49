/**
 * Prints a revision graph: as text for a terminal, as DOT for Graphviz, as Mermaid for Markdown, as
 * SVG and PNG to be looked at. Takes a graph and the state of each revision, gives text or a
 * picture; asks nobody anything.
 */
@NullMarked
package dev.retort.lanes.drawing;

import org.jspecify.annotations.NullMarked;
