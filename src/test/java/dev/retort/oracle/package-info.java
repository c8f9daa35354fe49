/** Cases taken from Alembic itself, and how they are held against the engine. */
@NullMarked
package dev.retort.oracle;

import org.jspecify.annotations.NullMarked;
