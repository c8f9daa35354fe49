package dev.retort.postgres.versions;

import dev.retort.execute.Cancellation;
import dev.retort.execute.Database;
import dev.retort.execute.RunOptions;
import dev.retort.execute.Session;
import dev.retort.execute.failure.ServerErrorException;
import dev.retort.execute.failure.VersionTableException;
import dev.retort.execute.state.DatabaseState;
import dev.retort.execute.state.Probe;
import dev.retort.execute.state.Probe.Sign;
import dev.retort.execute.state.SessionInfo;
import dev.retort.execute.state.VersionRows;
import dev.retort.plan.Interruption;
import dev.retort.plan.Traces;
import dev.retort.postgres.PostgresSession;
import dev.retort.postgres.PostgresSessions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A PostgreSQL database with its version table, as the executor and the readers need it. */
public final class PostgresDatabase implements Database {
  private final PostgresSessions sessions;
  private final VersionTable table;
  private final Function<PostgresSession, Session> dressing;

  /** A database; nothing is connected to yet. */
  public PostgresDatabase(PostgresSessions sessions, VersionTable table) {
    this(sessions, table, session -> session);
  }

  /**
   * A database whose runs see their sessions through something else; nothing is connected to yet.
   *
   * @param dressing what a run sees of its session
   */
  public PostgresDatabase(
      PostgresSessions sessions, VersionTable table, Function<PostgresSession, Session> dressing) {
    this.sessions = sessions;
    this.table = table;
    this.dressing = dressing;
  }

  @Override
  public Connected connect(RunOptions options, Cancellation cancellation) {
    PostgresSession session = sessions.open(options, cancellation);
    return new Connected(dressing.apply(session), new PostgresVersionStore(session, table));
  }

  /**
   * A connection over a session that was opened for a run before.
   *
   * @param cancellation cancels what is under way on it
   */
  public Connected connect(PostgresSession opened, Cancellation cancellation) {
    opened.heed(cancellation);
    return new Connected(dressing.apply(opened), new PostgresVersionStore(opened, table));
  }

  /** Two round trips; one where there is no version table, three where a run stopped midway. */
  @Override
  public DatabaseState state() {
    try (PostgresSession session = sessions.openReadOnly()) {
      return state(session);
    }
  }

  /** The same in a session that is open; it only reads. */
  public DatabaseState state(PostgresSession session) {
    PostgresVersionStore versions = new PostgresVersionStore(session, table);
    Optional<SessionInfo> holder = versions.findLockHolder();
    VersionRows rows = versions.read();
    Traces traces =
        rows.interruption()
            .flatMap(Interruption::sql)
            .map(versions::traces)
            .orElseGet(Traces::none);
    return new DatabaseState(session.server(), rows, holder, traces);
  }

  /**
   * A first look, which a version table that cannot be read does not keep from answering.
   *
   * @throws dev.retort.execute.failure.ConnectionFailedException if no connection can be made
   */
  public Probe probe() {
    try (PostgresSession session = sessions.openReadOnly()) {
      PostgresVersionStore versions = new PostgresVersionStore(session, table);
      try {
        VersionRows rows = versions.read();
        Sign sign = rows.exists() ? Sign.READABLE : Sign.MISSING;
        return new Probe(session.server(), rows.table(), sign, rows.heads(), "");
      } catch (ServerErrorException e) {
        if (!e.code().equals("permission-denied")) {
          throw e;
        }
        return new Probe(
            session.server(), versions.tableName(), Sign.NO_RIGHT, List.of(), e.hint());
      } catch (VersionTableException e) {
        return new Probe(
            session.server(),
            String.valueOf(e.details().get("table")),
            Sign.FOREIGN,
            List.of(),
            e.message() + " " + e.hint());
      }
    }
  }
}
