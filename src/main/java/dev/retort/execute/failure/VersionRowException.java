package dev.retort.execute.failure;

import dev.retort.problem.RetortException;
import java.util.List;
import java.util.Map;

/**
 * A version write met another number of rows than it meant. The transaction it was part of has
 * failed with it.
 */
public final class VersionRowException extends RetortException {
  private static final long serialVersionUID = 1L;

  /**
   * In Alembic's words ({@code alembic.runtime.migration.HeadMaintainer}).
   *
   * @param action such as {@code updating 'a' to 'b'}
   * @param table the table's name
   * @param found how many rows there were
   */
  public VersionRowException(String action, String table, long found) {
    this(
        "Online migration expected to match one row when "
            + action
            + " in '"
            + table
            + "'; "
            + found
            + " found.",
        "Something else changed the version table during the run, or it holds a row twice.",
        Map.of("rows", found));
  }

  private VersionRowException(String message, String hint, Map<String, Object> details) {
    super(Kind.FAILED, "version-row", message, hint, details, List.of(), null);
  }

  /**
   * The write itself met no resistance, but the rows beside it are not those the plan started from.
   *
   * @param table the table's name
   */
  public static VersionRowException otherRows(String table) {
    return new VersionRowException(
        "The rows of '" + table + "' are no longer those that the plan started from.",
        "Something else, such as Alembic, changed the version table during the run. Plan again from"
            + " where the database is now.",
        Map.of());
  }
}
