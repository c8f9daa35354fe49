package dev.retort.schema;

/**
 * What objects that a role makes later get: the {@link #traits}' privileges, beyond what they would
 * have anyway. The id's name is {@code FOR ROLE r IN SCHEMA s ON TABLES}.
 *
 * @param role who makes the objects
 * @param inSchema where; empty for anywhere
 * @param on {@code TABLES}, {@code SEQUENCES}, {@code FUNCTIONS}, {@code TYPES}, {@code SCHEMAS}
 */
public record DefaultPrivileges(ObjectId id, Traits traits, String role, String inSchema, String on)
    implements SchemaObject {}
