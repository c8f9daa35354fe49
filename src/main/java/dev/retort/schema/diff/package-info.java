/**
 * What differs between two {@link dev.retort.schema.Snapshot}s: as {@link
 * dev.retort.schema.diff.SchemaChange}s, as a list for people, and as statements that lead from one
 * to the other. Pure values and functions.
 */
@NullMarked
package dev.retort.schema.diff;

import org.jspecify.annotations.NullMarked;
