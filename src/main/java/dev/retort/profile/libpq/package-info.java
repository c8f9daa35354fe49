/**
 * libpq's conventions: what the environment, {@code pg_service.conf} and {@code .pgpass} add to
 * what a connection string says. The environment comes in as a value, never from the process.
 */
@NullMarked
package dev.retort.profile.libpq;

import org.jspecify.annotations.NullMarked;
