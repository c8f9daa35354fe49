package dev.retort.execute.failure;

import dev.retort.problem.RetortException;
import java.util.List;
import java.util.Map;

/** What bears the version table's name is not a table that Alembic would have made. */
public final class VersionTableException extends RetortException {
  private static final long serialVersionUID = 1L;

  /**
   * A relation that is not a version table.
   *
   * @param table its name with its schema
   * @param columns the columns that are foreign to a version table, with their types
   */
  public VersionTableException(String table, String message, String hint, List<String> columns) {
    super(
        Kind.INPUT,
        "version-table",
        message,
        hint,
        Map.of("table", table, "columns", columns),
        List.of(),
        null);
  }
}
