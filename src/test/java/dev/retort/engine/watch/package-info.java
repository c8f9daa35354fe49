/** Tests of noticing changes on disk. */
@NullMarked
package dev.retort.engine.watch;

import org.jspecify.annotations.NullMarked;
