package dev.retort.schema.ddl;

/**
 * When a piece comes, as far as what it needs leaves a choice: partitions are attached before the
 * partitioned table has indexes, which would make the partitions' own; foreign keys find their
 * indexes whole; nothing that fires is there before there is nothing left to fire at.
 */
enum Phase {
  SCHEMA,
  EXTENSION,
  MAIN,
  CHECK,
  ATTACH,
  INDEX,
  INDEX_ATTACH,
  FOREIGN_KEY,
  COMPLETION,
  TRIGGER,
  TRIGGER_OF_PARTITION,
  PUBLICATION,
  PRIVILEGES,
  DEFAULT_PRIVILEGES,
  EVENT_TRIGGER
}
