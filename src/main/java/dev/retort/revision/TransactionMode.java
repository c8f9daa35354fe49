package dev.retort.revision;

/**
 * Whether a section runs in a transaction with its version-table change, or statement by statement.
 */
public enum TransactionMode {
  /** One transaction, the version-table change included. */
  TRANSACTIONAL,
  /** Each statement commits by itself: {@code -- @upgrade autocommit}. */
  AUTOCOMMIT
}
