/** Tests of what is written where, and how. */
@NullMarked
package dev.retort.cli.term;

import org.jspecify.annotations.NullMarked;
