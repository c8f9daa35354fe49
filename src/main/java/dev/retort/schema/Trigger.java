package dev.retort.schema;

/**
 * A trigger of a table or view.
 *
 * @param table what it is on
 * @param definition the server's CREATE TRIGGER, without a semicolon
 * @param inherited a partition's copy of its parent's, listed because it fires otherwise
 */
public record Trigger(
    ObjectId id, Traits traits, ObjectId table, String definition, Firing firing, boolean inherited)
    implements SchemaObject {}
