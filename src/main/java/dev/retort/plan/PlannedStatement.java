package dev.retort.plan;

import dev.retort.sql.StatementKind;

/**
 * One statement that a run will send, exactly as it will be sent.
 *
 * @param purpose whether its result decides anything
 * @param line 1-based line in the step's file; 0 for what is in no file
 * @param column 1-based column of its first character
 * @param kind its leading key words, such as {@code CREATE TABLE}
 * @param sql the text, verbatim
 */
public record PlannedStatement(Purpose purpose, int line, int column, String kind, String sql) {

  /** Takes away something half made; it is on no line of any file, so its line is 0. */
  public static PlannedStatement cleanup(HalfMade halfMade) {
    String sql = halfMade.cleanup();
    return new PlannedStatement(Purpose.CLEANUP, 0, 0, StatementKind.of(sql), sql);
  }

  /** The same statement, for another purpose. */
  public PlannedStatement as(Purpose other) {
    return new PlannedStatement(other, line, column, kind, sql);
  }

  /** Why a statement is in a step. */
  public enum Purpose {
    /** It is part of the migration. */
    MIGRATE,
    /** It is a query of the verify section: a first column that is false or null fails the step. */
    VERIFY,
    /** It gives a new session a setting that an earlier statement of the section made. */
    SETTING,
    /** It takes away what a statement that was stopped left half made. */
    CLEANUP
  }
}
