package dev.retort.schema;

/**
 * A function, procedure or aggregate.
 *
 * @param definition the server's CREATE statement, without a semicolon
 * @param result what it returns, as CREATE FUNCTION says it; empty for a procedure
 * @param arguments with names, modes and defaults
 */
public record Routine(
    ObjectId id, Traits traits, String definition, String result, String arguments)
    implements SchemaObject {}
