/**
 * The version table, as Alembic would create and write it, and the advisory lock that goes with it.
 * {@link dev.retort.postgres.versions.PostgresDatabase} is what the executor runs on.
 */
@NullMarked
package dev.retort.postgres.versions;

import org.jspecify.annotations.NullMarked;
