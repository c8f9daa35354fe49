package dev.retort.schema.ddl;

import dev.retort.schema.ObjectId;

/**
 * A statement of the canonical DDL.
 *
 * @param object what it makes or completes
 * @param sql without a semicolon
 */
public record Statement(ObjectId object, String sql) {}
