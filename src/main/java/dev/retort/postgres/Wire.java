package dev.retort.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
 * <p>One thread does all the talking, so that the caller's can watch.
 */
final class Wire implements AutoCloseable {
  private final PgConnection connection;
  private final ExecutorService talker;

  Wire(PgConnection connection) {
    this.connection = connection;
    this.talker =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform()
                .daemon()
                .name("retort-session-" + connection.getBackendPID())
                .factory());
  }

  /**
   * Begins to send; the future ends when the server is done.
   *
   * @param begin whether a BEGIN goes ahead, in the same round trip, unless a transaction is open
   * @param keepRows whether rows are kept
   */
  Future<?> send(String sql, boolean begin, boolean keepRows, Reply reply) {
    return talker.submit(
        () -> {
          QueryExecutor executor = connection.getQueryExecutor();
          exchange(executor.createQuery(sql, false, false).query, begin, keepRows, reply);
          return reply;
        });
  }

  /** The same for several texts, each a message of its own, all sent before any is answered. */
  Future<?> sendAhead(List<String> sql, boolean begin, Reply reply) {
    return talker.submit(
        () -> {
          List<NativeQuery> texts =
              sql.stream().map(text -> new NativeQuery(text, SqlCommand.BLANK)).toList();
          exchange(connection.getQueryExecutor().wrap(texts), begin, false, reply);
          return reply;
        });
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

  /** Asks the server, over a connection of its own, to cancel what is under way. */
  void cancel() throws SQLException {
    connection.cancelQuery();
  }

  /** Breaks the connection, whatever is under way. */
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
    talker.shutdown();
    connection.close();
  }
}
