package dev.retort.schema;

import java.util.Optional;

/**
 * A domain; its checks are {@link Constraint}s.
 *
 * @param type what it is based on, with modifier
 * @param collation where it is not the type's own
 * @param defaultValue an expression
 * @param notNull its not-null constraint
 */
public record Domain(
    ObjectId id,
    Traits traits,
    String type,
    Optional<String> collation,
    Optional<String> defaultValue,
    Optional<Column.NotNull> notNull)
    implements SchemaObject {}
