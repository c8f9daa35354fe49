/**
 * The embedded PostgreSQL: started on demand, shared between processes, stopped when nobody uses
 * it.
 */
@NullMarked
package dev.retort.postgres.server;

import org.jspecify.annotations.NullMarked;
