/** Stage 6: the only code that uses JDBC. Implements the executor's ports over PostgreSQL. */
@NullMarked
package dev.retort.postgres;

import org.jspecify.annotations.NullMarked;
