package dev.retort.schema.diff;

/**
 * An object's DDL before and after, to be shown side by side.
 *
 * @param before empty if it was not there
 * @param after empty if it is gone
 */
public record DdlText(String before, String after) {}
