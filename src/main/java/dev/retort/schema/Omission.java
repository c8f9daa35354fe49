package dev.retort.schema;

/**
 * Something that a snapshot does not have although the database does.
 *
 * @param what the object, for people
 * @param reason why, as a sentence
 */
public record Omission(String what, String reason) {}
