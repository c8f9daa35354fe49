package dev.retort.schema.diff;

import dev.retort.schema.ObjectId;
import java.util.Optional;

/**
 * A statement that leads a step of the way from one schema to another.
 *
 * @param object what it is about
 * @param sql without a semicolon
 * @param loses whether data are lost that rows, or a sequence, may have
 * @param note what one should know before running it, as a sentence
 */
public record ProposedStatement(ObjectId object, String sql, boolean loses, Optional<String> note) {

  /** Judges a statement by what it does. */
  static ProposedStatement of(ObjectId object, String sql) {
    if (sql.startsWith("DROP TABLE ")) {
      return new ProposedStatement(
          object, sql, true, Optional.of("All rows of the table are lost."));
    }
    if (sql.contains(" DROP COLUMN ")) {
      return new ProposedStatement(
          object, sql, true, Optional.of("All values of the column are lost."));
    }
    if (sql.startsWith("DROP SEQUENCE ") || sql.endsWith(" DROP IDENTITY")) {
      return new ProposedStatement(
          object, sql, true, Optional.of("The position of the sequence is lost."));
    }
    if (sql.startsWith("CREATE MATERIALIZED VIEW ")) {
      return noted(object, sql, "The view is empty until it is refreshed.");
    }
    if (sql.contains(" ADD VALUE ")) {
      return noted(
          object, sql, "Statements that use the value must run after this one is committed.");
    }
    if (sql.contains(" USING ") && sql.contains("::text::")) {
      return noted(
          object, sql, "Rewrites the table; fails if a value cannot be read as the new type.");
    }
    return new ProposedStatement(object, sql, false, Optional.empty());
  }

  private static ProposedStatement noted(ObjectId object, String sql, String note) {
    return new ProposedStatement(object, sql, false, Optional.of(note));
  }
}
