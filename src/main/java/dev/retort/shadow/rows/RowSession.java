package dev.retort.shadow.rows;

import java.util.List;
import java.util.Optional;

/** A connection to a shadow that rows are written and read by. For one thread. */
public interface RowSession extends AutoCloseable {

  /** The rows of a query, as text, in forms that do not depend on the server's settings. */
  List<List<Optional<String>>> query(String sql);

  /** Writes a row, by itself; what the server has against it, if anything. */
  Optional<Refusal> insert(String sql);

  /**
   * Why a row was not taken.
   *
   * @param constraint the one it would break, where it is that
   */
  record Refusal(String sqlState, String message, Optional<String> constraint) {}

  @Override
  void close();
}
