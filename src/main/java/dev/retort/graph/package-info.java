/**
 * Stage 2: revisions in, an immutable {@code RevisionGraph} out: heads, bases, ancestors, order and
 * structural problems, exactly as Alembic sees them. The planner is next.
 */
@NullMarked
package dev.retort.graph;

import org.jspecify.annotations.NullMarked;
