/**
 * Where the command line writes: streams, colours, questions, JSON, errors, and a line of progress.
 * Knows nothing of single commands.
 */
@NullMarked
package dev.retort.cli.term;

import org.jspecify.annotations.NullMarked;
