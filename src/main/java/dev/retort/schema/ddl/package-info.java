/**
 * Writes a {@link dev.retort.schema.Snapshot} as SQL: the canonical DDL, in an order in which it
 * can run on an empty database, and its fingerprint.
 */
@NullMarked
package dev.retort.schema.ddl;

import org.jspecify.annotations.NullMarked;
