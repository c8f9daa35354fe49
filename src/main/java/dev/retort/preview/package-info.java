/**
 * Stage 4b: a plan in, the SQL script out, with spans that tie each line to a step and a statement.
 */
@NullMarked
package dev.retort.preview;

import org.jspecify.annotations.NullMarked;
