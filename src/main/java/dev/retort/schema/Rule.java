package dev.retort.schema;

/**
 * A rewrite rule, but for the one that makes a view a view.
 *
 * @param table what it is on
 * @param definition the server's CREATE RULE, without a semicolon
 */
public record Rule(ObjectId id, Traits traits, ObjectId table, String definition, Firing firing)
    implements SchemaObject {}
