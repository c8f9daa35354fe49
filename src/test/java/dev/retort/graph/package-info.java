/** What the graph promises beyond what Alembic's own answers show. */
@NullMarked
package dev.retort.graph;

import org.jspecify.annotations.NullMarked;
