/** Alembic and Retort take turns on one database. Needs Debian's {@code alembic} package. */
@NullMarked
package dev.retort.turns;

import org.jspecify.annotations.NullMarked;
