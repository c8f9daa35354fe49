/**
 * What a database's schema is, as values: a {@link dev.retort.schema.Snapshot} of {@link
 * dev.retort.schema.SchemaObject}s, each known by its {@link dev.retort.schema.ObjectId}. Made from
 * the catalogs by {@code postgres.catalog}; written as SQL by {@code schema.ddl}. Uses the JDK
 * only.
 *
 * <p>All names are as SQL writes them: in quotes where they need them. Expressions, queries and
 * routines are the server's own text, every name in them with its schema.
 */
@NullMarked
package dev.retort.schema;

import org.jspecify.annotations.NullMarked;
