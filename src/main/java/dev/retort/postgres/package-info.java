/**
 * Stage 6: the only code that uses JDBC. Makes connections ({@link
 * dev.retort.postgres.PostgresSessions}) and implements the executor's {@code Session} over them;
 * the version table is one package further down.
 *
 * <p>SQL goes to the server by the simple query protocol, verbatim, as psql would send it.
 */
@NullMarked
package dev.retort.postgres;

import org.jspecify.annotations.NullMarked;
