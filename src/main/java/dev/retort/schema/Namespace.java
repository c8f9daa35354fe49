package dev.retort.schema;

/** A schema: a space of names. */
public record Namespace(ObjectId id, Traits traits) implements SchemaObject {}
