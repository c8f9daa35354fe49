/**
 * Schemas to be read: at a revision, between two, as a database has it now, and what a plan makes
 * of it. Questions go to the session's shadows; what comes back is DDL and the objects in it.
 */
@NullMarked
package dev.retort.ui.schema;

import org.jspecify.annotations.NullMarked;
