package dev.retort.preview;

/**
 * Lines of a script that belong together.
 *
 * @param firstLine 1-based, inclusive
 * @param lastLine 1-based, inclusive
 * @param step index of the step in the plan
 * @param statement index of the statement in the step, or -1 for a heading or a version-table
 *     change
 */
public record Span(int firstLine, int lastLine, int step, int statement) {}
