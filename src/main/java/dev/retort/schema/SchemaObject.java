package dev.retort.schema;

/** One object of a schema, with all that belongs to it and has no name of its own elsewhere. */
public sealed interface SchemaObject
    permits Namespace,
        Table,
        View,
        Sequence,
        EnumType,
        CompositeType,
        RangeType,
        BaseType,
        Domain,
        Routine,
        Constraint,
        Index,
        Trigger,
        Rule,
        Policy,
        GeneralObject,
        DefaultPrivileges {

  /** What tells it from all others. */
  ObjectId id();

  /** Owner, comment, privileges, security labels. */
  Traits traits();
}
