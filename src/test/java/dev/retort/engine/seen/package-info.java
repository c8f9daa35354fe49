/** Tests of what databases last saw. */
@NullMarked
package dev.retort.engine.seen;

import org.jspecify.annotations.NullMarked;
