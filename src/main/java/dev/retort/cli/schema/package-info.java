/**
 * How schemas differ, for people and for JSON: what changed, down to the column, and the statements
 * that lead from one to the other.
 */
@NullMarked
package dev.retort.cli.schema;

import org.jspecify.annotations.NullMarked;
