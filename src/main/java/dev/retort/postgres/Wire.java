package dev.retort.postgres;

import java.sql.SQLException;
import java.util.List;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Query;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.SqlCommand;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.PgConnection;

/**
 * Sends texts to the server as they are, each as one message of the simple query protocol (manual,
 * chapter 54.2.2). Goes past JDBC's {@code Statement}, which looks for escapes and question marks,
 * keeps all rows, and drops the command tag.
 *
 * <p>The caller's thread does the talking; what may be done meanwhile by another is said.
 */
final class Wire implements AutoCloseable {
  private final PgConnection connection;

  Wire(PgConnection connection) {
    this.connection = connection;
  }

  /**
   * Sends a text, and returns when the server is done.
   *
   * @param begin whether a BEGIN goes ahead, in the same round trip, unless a transaction is open
   * @param keepRows whether rows are kept
   */
  void send(String sql, boolean begin, boolean keepRows, Reply reply) throws SQLException {
    QueryExecutor executor = connection.getQueryExecutor();
    exchange(executor.createQuery(sql, false, false).query, begin, keepRows, reply);
  }

  /** The same for several texts, each a message of its own, all sent before any is answered. */
  void sendAhead(List<String> sql, boolean begin, boolean keepRows, Reply reply)
      throws SQLException {
    List<NativeQuery> texts =
        sql.stream().map(text -> new NativeQuery(text, SqlCommand.BLANK)).toList();
    exchange(connection.getQueryExecutor().wrap(texts), begin, keepRows, reply);
  }

  private void exchange(Query query, boolean begin, boolean keepRows, Reply reply)
      throws SQLException {
    int flags = QueryExecutor.QUERY_EXECUTE_AS_SIMPLE | QueryExecutor.QUERY_ONESHOT;
    if (!begin) {
      flags |= QueryExecutor.QUERY_SUPPRESS_BEGIN;
    }
    // Without rows, the tag that counts them is wanted instead.
    flags |=
        keepRows
            ? QueryExecutor.QUERY_BOTH_ROWS_AND_STATUS
            : QueryExecutor.QUERY_NO_RESULTS | QueryExecutor.QUERY_BOTH_ROWS_AND_STATUS;
    connection.getQueryExecutor().execute(query, null, reply, 0, 0, flags);
  }

  /** Asks the server, over a connection of its own, to cancel what is under way. Any thread. */
  void cancel() throws SQLException {
    connection.cancelQuery();
  }

  /** Breaks the connection, whatever is under way. Any thread. */
  void abort() throws SQLException {
    connection.abort(Runnable::run);
  }

  /** The server process, as was said when connecting; behind a pooler, some other number. */
  int processId() {
    return connection.getBackendPID();
  }

  boolean broken() {
    return connection.getQueryExecutor().isClosed();
  }

  boolean inTransaction() {
    return connection.getTransactionState() != TransactionState.IDLE;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
