/**
 * Many revisions as one: {@link dev.retort.engine.squash.Squash} makes it, proves on a shadow that
 * it leads to the same schema and back, and puts its file in the place of theirs. A project comes
 * in; the command line and the client call it.
 */
@NullMarked
package dev.retort.engine.squash;

import org.jspecify.annotations.NullMarked;
