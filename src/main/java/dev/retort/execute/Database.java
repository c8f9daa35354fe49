package dev.retort.execute;

import dev.retort.execute.state.DatabaseState;

/**
 * A database that plans run on: gives connections to it, together with its version table. Safe for
 * use from several threads; what it gives is not.
 */
public interface Database {

  /**
   * Opens a connection for a run.
   *
   * @param options its time-outs hold for every statement, whatever a statement sets for itself
   * @param cancellation cancels what is under way on it
   * @throws dev.retort.execute.failure.ConnectionFailedException if none can be made
   */
  Connected connect(RunOptions options, Cancellation cancellation);

  /**
   * Reads where the database is, in a session that the server holds read-only; needs no right but
   * to read the version table.
   *
   * @throws dev.retort.execute.failure.ConnectionFailedException if no connection can be made
   * @throws dev.retort.execute.failure.VersionTableException if the version table is no such thing
   */
  DatabaseState state();

  /**
   * A connection and the version table over it.
   *
   * @param session closed with this
   */
  record Connected(Session session, VersionStore versions) implements AutoCloseable {
    @Override
    public void close() {
      session.close();
    }
  }
}
