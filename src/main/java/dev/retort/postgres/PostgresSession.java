package dev.retort.postgres;

import dev.retort.execute.AheadListener;
import dev.retort.execute.Cancellation;
import dev.retort.execute.Session;
import dev.retort.execute.StatementListener;
import dev.retort.execute.failure.ConnectionLostException;
import dev.retort.execute.state.PeerState;
import dev.retort.execute.state.ServerInfo;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgConnection;

/**
 * A connection by the simple query protocol. What it needs to know and set at the start travels
 * with the first thing it is asked to do.
 */
public final class PostgresSession implements Session {
  private final Wire wire;

  /** Looks after a run's messages; those of looks are short, and nobody cancels them. */
  private final @Nullable Watchman watchman;

  private final Limits limits;

  /** Soon enough to see who is in the way before the lock time-out strikes. */
  private final Duration lookAfter;

  private final Reset reset;

  private Optional<Cancellation> cancellation;
  private final Optional<Blockers> blockers;
  private final Optional<Lifeline> lifeline;
  private final Kind kind;

  private @Nullable ServerInfo server;
  private boolean begin;
  private @Nullable Kept kept;

  private Optional<Duration> patience = Optional.empty();

  /** What a session is for, and what that takes. */
  sealed interface Kind {
    /**
     * For one run: settings and locks last as long as the session.
     *
     * @param watch closed with the session
     * @param networkTimeout for {@link Lifeline}
     */
    record Run(PoolProbe probe, WatchSession watch, Duration networkTimeout, boolean local)
        implements Kind {}

    /** For looking: each message is a read-only transaction of its own, and leaves nothing. */
    record Look(boolean local) implements Kind {}

    /** Whether the connection may be by a Unix socket. */
    boolean local();
  }

  PostgresSession(
      PgConnection connection, Limits limits, Optional<Cancellation> cancellation, Kind kind) {
    this.kind = kind;
    this.wire = new Wire(connection);
    this.watchman = kind instanceof Kind.Run ? new Watchman(connection.getBackendPID()) : null;
    this.limits = limits;
    this.lookAfter =
        limits.lock().compareTo(Duration.ofSeconds(2)) < 0
            ? Duration.ofNanos(limits.lock().toNanos() / 2)
            : Duration.ofSeconds(1);
    this.reset = new Reset(limits);
    this.cancellation = cancellation;
    this.blockers =
        kind instanceof Kind.Run run ? Optional.of(new Blockers(run.watch())) : Optional.empty();
    this.lifeline =
        kind instanceof Kind.Run run
            ? Optional.of(new Lifeline(run.watch(), run.networkTimeout()))
            : Optional.empty();
  }

  /** A session for short looks that nobody cancels. */
  static PostgresSession forLooking(Connector connector) {
    return new PostgresSession(
        connector.open(Access.READ_ONLY),
        Limits.forLooking(),
        Optional.empty(),
        new Kind.Look(connector.mayBeLocal()));
  }

  @Override
  public ServerInfo server() {
    if (server == null) {
      script("");
    }
    return Objects.requireNonNull(server);
  }

  @Override
  public Optional<ServerInfo> knownServer() {
    return Optional.ofNullable(server);
  }

  @Override
  public PeerState peer(ServerInfo which) {
    return Peers.read(script(Peers.look(which)).getLast());
  }

  @Override
  public void endPeer(ServerInfo which) {
    script(Peers.end(which));
  }

  @Override
  public void begin() {
    if (server == null) {
      script("");
    }
    begin = true;
  }

  @Override
  public boolean inTransaction() {
    return wire.inTransaction();
  }

  @Override
  public long execute(String sql, StatementListener listener) {
    server();
    reset.unsure();
    Reply reply = send(sql, false, listener, cancellation);
    return reply.rows();
  }

  @Override
  public void executeAhead(List<String> sql, AheadListener listener) {
    server();
    sendAhead(sql, false, listener, cancellation);
  }

  @Override
  public void executeWithNext(List<String> sql, AheadListener listener) {
    server();
    kept = new Kept(sql, listener);
  }

  @Override
  public Verdict verify(String sql, StatementListener listener) {
    server();
    reset.unsure();
    Reply reply = send(sql, true, listener, cancellation);
    if (reply.results().isEmpty()) {
      return new Verdict(-1, 0, "");
    }
    Rows rows = reply.results().getFirst();
    int bad = rows.firstBad();
    return bad < 0
        ? new Verdict(rows.size(), 0, "")
        : new Verdict(rows.size(), bad + 1L, rows.get(bad, 0).map(v -> "false").orElse("null"));
  }

  /** Only the limit that the run itself has set is changed, not one that the file has set since. */
  @Override
  public void patience(Optional<Duration> longest) {
    if (longest.isEmpty() && patience.isEmpty()) {
      return;
    }
    long now = Limits.millis(patience.orElse(limits.lock()));
    long next = Limits.millis(longest.orElse(limits.lock()));
    patience = longest;
    script(
        "SELECT pg_catalog.set_config('lock_timeout', '"
            + next
            + "', false) FROM pg_catalog.pg_settings WHERE name = 'lock_timeout' AND setting = '"
            + now
            + "'");
  }

  @Override
  public void rollback() {
    begin = false;
    kept = null;
    if (inTransaction()) {
      send("ROLLBACK;\n" + reset.sql(), false, StatementListener.none(), Optional.empty());
    }
  }

  @Override
  public void undo() {
    begin = false;
    kept = null;
    if (inTransaction()) {
      send("ROLLBACK", false, StatementListener.none(), Optional.empty());
    }
  }

  /** From now on, this cancels what is under way. */
  public void heed(Cancellation whom) {
    cancellation = Optional.of(whom);
  }

  @Override
  public void heedNoMore() {
    cancellation = Optional.empty();
  }

  /**
   * Sends several statements of Retort's own in one message, and waits for their end.
   *
   * @param sql the statements, separated by semicolons
   * @return the results of those that return rows, in order
   */
  public List<Rows> script(String sql) {
    return script(sql, StatementListener.none());
  }

  /** As {@link #script(String)}, telling a listener what the server says meanwhile. */
  public List<Rows> script(String sql, StatementListener listener) {
    return switch (kind) {
      case Kind.Look look ->
          server == null
              ? first(limits.lookingSql(), 0, sql, listener)
              : send(limits.lookingSql() + sql, true, listener, cancellation).results();
      case Kind.Run run -> {
        if (server != null) {
          yield send(sql, true, listener, cancellation).results();
        }
        List<Rows> results = first(limits.sql(wire.processId()), 1, sql, listener);
        if (!direct()) {
          run.probe().check(server().processId(), this::currentProcess);
          send(limits.sql(), false, StatementListener.none(), cancellation);
        }
        yield results;
      }
    };
  }

  /**
   * Sends a session's first message, and keeps what the server says of itself.
   *
   * @param setting statements that go ahead
   * @param settingResults how many results these have
   * @return the results of the statements asked for
   */
  private List<Rows> first(
      String setting, int settingResults, String sql, StatementListener listener) {
    long start = System.nanoTime();
    List<Rows> results =
        send(setting + AboutServer.SQL + sql, true, listener, cancellation).results();
    server =
        AboutServer.read(results.get(settingResults), Duration.ofNanos(System.nanoTime() - start));
    return results.subList(settingResults + 1, results.size());
  }

  /** Whether the server process is the one that the connection began with: nobody in between. */
  private boolean direct() {
    return server().processId() == wire.processId();
  }

  /**
   * A condition, in SQL, that holds where it may be relied on that the session is this connection's
   * own; in its first message that is known only where there is no pooler.
   */
  public String ownSql() {
    return server == null ? "pg_catalog.pg_backend_pid() = " + wire.processId() : "true";
  }

  /** The server process that answers now. */
  int currentProcess() {
    return script("SELECT pg_catalog.pg_backend_pid()")
        .getFirst()
        .get(0, 0)
        .map(Integer::parseInt)
        .orElse(0);
  }

  /** What puts the session back to how it was opened. */
  public Reset reset() {
    return reset;
  }

  /** {@link Reset#preparing}; absent also where another session may be put in this one's place. */
  public OptionalInt preparing() {
    return direct() ? reset.preparing() : OptionalInt.empty();
  }

  private Reply sendAhead(
      List<String> sql, boolean keepRows, AheadListener listener, Optional<Cancellation> heeded) {
    int characters = sql.stream().mapToInt(String::length).sum();
    Reply reply = new Reply(true);
    await(
        () -> wire.sendAhead(sql, takeBegin(), keepRows, reply),
        characters,
        reply,
        listener,
        heeded);
    return reply;
  }

  private Reply send(
      String sql, boolean keepRows, StatementListener listener, Optional<Cancellation> heeded) {
    Kept ahead = kept;
    if (ahead != null) {
      kept = null;
      return sendAhead(ahead.with(sql), keepRows, ahead.before(listener), heeded);
    }
    Reply reply = new Reply(false);
    await(
        () -> wire.send(sql, takeBegin(), keepRows, reply), sql.length(), reply, listener, heeded);
    return reply;
  }

  private void await(
      Exchange.Sending message,
      int characters,
      Reply reply,
      StatementListener listener,
      Optional<Cancellation> heeded) {
    if (wire.broken()) {
      throw new ConnectionLostException("it was closed before.", null);
    }
    Optional<Lifeline.Watch> watch =
        lifeline.map(line -> line.over(Optional.ofNullable(server), characters));
    Exchange exchange =
        new Exchange(wire, listener, heeded, blockers, watch, processId(), lookAfter, reply);
    if (watchman != null) {
      watchman.over(exchange);
    }
    try {
      exchange.run(kind.local() ? new Apart(message, heeded) : message);
    } finally {
      if (watchman != null) {
        watchman.over(null);
      }
    }
  }

  /** Whether a BEGIN is to go ahead of the next message; it does so once. */
  private boolean takeBegin() {
    boolean now = begin;
    begin = false;
    return now;
  }

  /** As the server itself says, where it has: behind a pooler the driver knows another number. */
  private int processId() {
    return server == null ? 0 : server.processId();
  }

  @Override
  public void close() {
    if (watchman != null) {
      watchman.close();
    }
    if (kind instanceof Kind.Run run) {
      run.watch().close();
    }
    try {
      wire.close();
    } catch (SQLException e) {
      // The connection is gone either way; the server rolls back what it had open.
    }
  }
}
