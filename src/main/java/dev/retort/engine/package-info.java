/**
 * The façades that the command line and the client call; wires all other packages together.
 *
 * <p>Its calls block, may be made from any thread, and never call back on a toolkit's thread.
 */
@NullMarked
package dev.retort.engine;

import org.jspecify.annotations.NullMarked;
