/** Tests of what targets mean in words, and of what completes them. */
@NullMarked
package dev.retort.graph.target;

import org.jspecify.annotations.NullMarked;
