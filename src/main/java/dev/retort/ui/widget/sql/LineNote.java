package dev.retort.ui.widget.sql;

/**
 * Something to be said about a line of a text.
 *
 * @param line 1-based
 * @param wrong whether it is wrong, or merely worth a warning
 * @param words what
 */
public record LineNote(int line, boolean wrong, String words) {}
