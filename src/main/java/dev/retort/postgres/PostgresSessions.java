package dev.retort.postgres;

import dev.retort.execute.Cancellation;
import dev.retort.execute.RunOptions;
import dev.retort.profile.ConnectionSettings;
import java.sql.Connection;
import java.util.Optional;
import org.postgresql.jdbc.PgConnection;

/**
 * Makes sessions on one database for one command, whose name the server sees ({@code retort
 * upgrade}). Safe for use from several threads; what it makes is not. Every method throws {@link
 * dev.retort.execute.failure.ConnectionFailedException} if no connection can be made.
 */
public final class PostgresSessions {
  private final Connector connector;
  private final Access access;

  /**
   * Sessions for a command.
   *
   * @param command what the server's activity list shows, after {@code retort}
   * @param access what {@link #open} gives at most
   */
  public PostgresSessions(ConnectionSettings settings, String command, Access access) {
    this.connector = new Connector(settings, "retort " + command);
    this.access = access;
  }

  /** Begins to load what it takes to sign in, for a program that has just been started. */
  public void rehearse() {
    if (settings().password().isPresent()) {
      Rehearsal.begin();
    }
  }

  /** Where the sessions lead. */
  public ConnectionSettings settings() {
    return connector.settings();
  }

  /**
   * A session for a run, with its time-outs. The caller closes it.
   *
   * @param cancellation heeded from now on, while it connects as well
   */
  public PostgresSession open(RunOptions options, Cancellation cancellation) {
    PgConnection connection = Opening.await(() -> connector.open(access), cancellation);
    return forRun(connection, options, Optional.of(cancellation));
  }

  /** A session for a run that has not begun: nobody cancels it until it is told whom to heed. */
  public PostgresSession open(RunOptions options) {
    return forRun(connector.open(access), options, Optional.empty());
  }

  private PostgresSession forRun(
      PgConnection connection, RunOptions options, Optional<Cancellation> cancellation) {
    return new PostgresSession(
        connection,
        Limits.of(options),
        cancellation,
        new PostgresSession.Kind.Run(
            new PoolProbe(connector.forWatching()),
            new WatchSession(connector.forWatching()),
            options.networkTimeout(),
            connector.mayBeLocal()));
  }

  /** A session that the server holds read-only, for short looks. The caller closes it. */
  public PostgresSession openReadOnly() {
    return PostgresSession.forLooking(connector.forLooking());
  }

  /**
   * A plain JDBC connection that the server holds read-only, for code below this package that reads
   * the catalog with prepared statements: for one transaction, behind a connection pooler that does
   * not let more be asked for. The caller closes it.
   */
  public Connection connectReadOnly() {
    return connector.open(Access.READ_ONLY);
  }

  /**
   * A plain JDBC connection with the access that sessions have, every statement committing by
   * itself, for code below this package that makes and drops databases. The caller closes it.
   */
  public Connection connect() {
    return connector.open(access);
  }
}
