/**
 * Reads a {@link dev.retort.schema.Snapshot} from the catalogs: the only SQL that asks them what
 * there is. All of it goes in one message, which is one read-only transaction, so the number of
 * round trips and of queries does not depend on the schema, and the picture is of one moment.
 */
@NullMarked
package dev.retort.postgres.catalog;

import org.jspecify.annotations.NullMarked;
