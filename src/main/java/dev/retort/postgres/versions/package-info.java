/** The version table, as Alembic would create and write it. */
@NullMarked
package dev.retort.postgres.versions;

import org.jspecify.annotations.NullMarked;
