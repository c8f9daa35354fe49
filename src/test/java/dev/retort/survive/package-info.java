/**
 * Runs that are killed, and runs that race: whatever happens, the schema and the version table
 * agree, or the mark says exactly where a run stopped.
 */
@NullMarked
package dev.retort.survive;

import org.jspecify.annotations.NullMarked;
