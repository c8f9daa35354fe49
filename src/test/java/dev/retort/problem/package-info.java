/** Tests. */
@NullMarked
package dev.retort.problem;

import org.jspecify.annotations.NullMarked;
