/** Tests of the log of runs. */
@NullMarked
package dev.retort.engine.journal;

import org.jspecify.annotations.NullMarked;
