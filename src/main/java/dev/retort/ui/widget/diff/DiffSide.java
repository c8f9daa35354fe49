package dev.retort.ui.widget.diff;

/**
 * One of the two texts that are compared.
 *
 * @param title what it is, in a few words, such as {@code 0012 as run on 18 Nov}
 * @param text the text, verbatim
 */
public record DiffSide(String title, String text) {}
