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
    super(
        Kind.FAILED,
        "version-row",
        "Online migration expected to match one row when "
            + action
            + " in '"
            + table
            + "'; "
            + found
            + " found.",
        "Something else changed the version table during the run, or it holds a row twice.",
        Map.of("rows", found),
        List.of(),
        null);
  }
}
