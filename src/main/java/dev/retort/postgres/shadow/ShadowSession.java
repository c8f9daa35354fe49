package dev.retort.postgres.shadow;

import dev.retort.execute.Session;
import dev.retort.execute.StatementListener;
import dev.retort.execute.failure.ServerErrorException;
import dev.retort.execute.state.PeerState;
import dev.retort.execute.state.ServerError;
import dev.retort.execute.state.ServerInfo;
import dev.retort.postgres.PostgresSession;
import dev.retort.sql.StatementKind;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A session on a shadow. Roles are the server's, not a database's: one that a revision makes may be
 * there from an earlier replay or for another database, and one that it drops may be in use there.
 * On a server of their own neither would be so; here both are passed over. Anything else goes to
 * the server as it is.
 */
final class ShadowSession implements Session {
  private static final Set<String> MAKING = Set.of("CREATE ROLE", "CREATE USER", "CREATE GROUP");
  private static final Set<String> DROPPING = Set.of("DROP ROLE", "DROP USER", "DROP GROUP");
  private static final String DUPLICATE = "42710";
  private static final String IN_USE = "2BP01";
  private static final String SAVEPOINT = "retort_shadow_role";

  private final PostgresSession session;

  ShadowSession(PostgresSession session) {
    this.session = session;
  }

  @Override
  public long execute(String sql, StatementListener listener) {
    String kind = StatementKind.of(sql);
    if (MAKING.contains(kind) || DROPPING.contains(kind)) {
      return executeOnRoles(sql, listener);
    }
    return session.execute(sql, listener);
  }

  private long executeOnRoles(String sql, StatementListener listener) {
    // The BEGIN of a transaction travels with its first statement.
    session.script("SELECT 1");
    boolean inTransaction = session.inTransaction();
    if (inTransaction) {
      session.script("SAVEPOINT " + SAVEPOINT);
    }
    long rows = -1;
    try {
      rows = session.execute(sql, listener);
    } catch (ServerErrorException e) {
      if (!passedOver(e.error())) {
        throw e;
      }
      if (inTransaction) {
        session.script("ROLLBACK TO SAVEPOINT " + SAVEPOINT);
      }
    }
    if (inTransaction) {
      session.script("RELEASE SAVEPOINT " + SAVEPOINT);
    }
    return rows;
  }

  /** The server lists what is in its own database one by one, and counts what is in others. */
  private static boolean passedOver(ServerError error) {
    return error.is(DUPLICATE)
        || (error.is(IN_USE)
            && error
                .detail()
                .filter(text -> text.lines().allMatch(line -> line.matches("\\d+ objects? in .*")))
                .isPresent());
  }

  @Override
  public ServerInfo server() {
    return session.server();
  }

  @Override
  public Optional<ServerInfo> knownServer() {
    return session.knownServer();
  }

  @Override
  public void begin() {
    session.begin();
  }

  @Override
  public boolean inTransaction() {
    return session.inTransaction();
  }

  @Override
  public void patience(Optional<Duration> longest) {
    session.patience(longest);
  }

  @Override
  public Verdict verify(String sql, StatementListener listener) {
    return session.verify(sql, listener);
  }

  @Override
  public void rollback() {
    session.rollback();
  }

  @Override
  public void undo() {
    session.undo();
  }

  @Override
  public void heedNoMore() {
    session.heedNoMore();
  }

  @Override
  public PeerState peer(ServerInfo which) {
    return session.peer(which);
  }

  @Override
  public void endPeer(ServerInfo which) {
    session.endPeer(which);
  }

  @Override
  public void close() {
    session.close();
  }
}
