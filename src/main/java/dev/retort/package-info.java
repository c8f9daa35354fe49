/** Retort: see, review and run PostgreSQL schema migrations. Holds the entry point only. */
@NullMarked
package dev.retort;

import org.jspecify.annotations.NullMarked;
