package dev.retort.plan;

/**
 * One statement that a run will send, exactly as it will be sent.
 *
 * @param purpose whether its result decides anything
 * @param line 1-based line in the step's file
 * @param column 1-based column of its first character
 * @param kind its leading key words, such as {@code CREATE TABLE}
 * @param sql the text, verbatim
 */
public record PlannedStatement(Purpose purpose, int line, int column, String kind, String sql) {

  /** Why a statement is in a step. */
  public enum Purpose {
    /** It is part of the migration. */
    MIGRATE,
    /** It is a query of the verify section: a first column that is false or null fails the step. */
    VERIFY
  }
}
