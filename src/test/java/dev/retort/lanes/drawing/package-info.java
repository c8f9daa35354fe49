/** Tests of the drawings in text, DOT and Mermaid. */
@NullMarked
package dev.retort.lanes.drawing;

import org.jspecify.annotations.NullMarked;
