package dev.retort.testing;

import dev.retort.execute.Session;
import dev.retort.execute.StatementListener;
import dev.retort.execute.failure.ConnectionLostException;
import dev.retort.execute.state.PeerState;
import dev.retort.execute.state.ServerInfo;
import java.time.Duration;
import java.util.Optional;

/** A session without a server: writes down what it is asked to do, fails where told to. */
public final class FakeSession implements Session {
  private final FakeDatabase database;
  private boolean transaction;
  private boolean broken;

  FakeSession(FakeDatabase database) {
    this.database = database;
  }

  @Override
  public ServerInfo server() {
    return database.server();
  }

  @Override
  public Optional<ServerInfo> knownServer() {
    return Optional.of(database.server());
  }

  @Override
  public PeerState peer(ServerInfo which) {
    check("peer");
    return database.peer();
  }

  @Override
  public void endPeer(ServerInfo which) {
    check("end peer");
  }

  @Override
  public void begin() {
    check("begin");
    transaction = true;
  }

  @Override
  public boolean inTransaction() {
    return transaction;
  }

  @Override
  public void patience(Optional<Duration> longest) {
    check("patience " + longest.map(Duration::toString).orElse("as usual"));
  }

  @Override
  public long execute(String sql, StatementListener listener) {
    check(sql);
    if (sql.startsWith("COMMIT")) {
      transaction = false;
    }
    return 1;
  }

  @Override
  public Verdict verify(String sql, StatementListener listener) {
    check(sql);
    return sql.contains("false") ? new Verdict(1, 1, "false") : new Verdict(1, 0, "");
  }

  @Override
  public void rollback() {
    check("rollback");
    database.versions().rollback();
    transaction = false;
  }

  @Override
  public void undo() {
    check("undo");
    database.versions().rollback();
    transaction = false;
  }

  @Override
  public void heedNoMore() {}

  /** The transaction ended well. */
  void committed() {
    transaction = false;
  }

  /** Writes an action down, and fails if that was asked for. */
  void check(String action) {
    if (broken) {
      throw new ConnectionLostException("broken before.", null);
    }
    try {
      database.act(action);
    } catch (ConnectionLostException e) {
      broken = true;
      transaction = false;
      throw e;
    }
  }

  @Override
  public void close() {
    database.versions().rollback();
    database.note("close");
  }
}
