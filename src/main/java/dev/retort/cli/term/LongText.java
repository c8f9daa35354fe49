package dev.retort.cli.term;

import java.util.function.Consumer;

/**
 * A text for JSON that is written as it is made, since it may be too long to be held as a whole.
 *
 * @param source writes all of it, piece by piece, to what it is given
 */
public record LongText(Consumer<Consumer<String>> source) {}
