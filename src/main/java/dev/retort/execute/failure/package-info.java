/**
 * Everything that can go wrong between a plan and a database, as exceptions with stable codes. What
 * a run throws says how it left the database: {@link
 * dev.retort.execute.failure.RunFailedException}.
 */
@NullMarked
package dev.retort.execute.failure;

import org.jspecify.annotations.NullMarked;
