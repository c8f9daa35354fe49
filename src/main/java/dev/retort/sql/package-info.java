/**
 * PostgreSQL's lexical rules (manual, chapter 4.1): tokens, statements, their kinds, and quoting.
 * Uses the JDK only, knows nothing of revisions.
 */
@NullMarked
package dev.retort.sql;

import org.jspecify.annotations.NullMarked;
