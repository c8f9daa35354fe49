/**
 * Retort beside psql, Alembic, Flyway and Liquibase: the same work for each, as its users would
 * give it, in turns, on one server. Started by {@code src/bench/run}; no test.
 */
@NullMarked
package dev.retort.bench;

import org.jspecify.annotations.NullMarked;
