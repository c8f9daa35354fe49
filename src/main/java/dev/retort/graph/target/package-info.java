/**
 * The target language: parses what a user types ({@code head}, {@code +2}, {@code audit@head}) and
 * resolves it on a graph and the current heads, as Alembic does.
 */
@NullMarked
package dev.retort.graph.target;

import org.jspecify.annotations.NullMarked;
