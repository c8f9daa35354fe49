/**
 * What {@code history}, {@code heads}, {@code branches}, {@code show} and {@code current} list, and
 * Alembic's own lines for it. Takes a sound graph and, where a database matters, the rows of its
 * version table.
 */
@NullMarked
package dev.retort.graph.listing;

import org.jspecify.annotations.NullMarked;
