package dev.retort.postgres.versions;

import dev.retort.execute.StatementListener;
import dev.retort.execute.VersionStore;
import dev.retort.execute.failure.PooledSessionException;
import dev.retort.execute.failure.ServerErrorException;
import dev.retort.execute.failure.VersionRowException;
import dev.retort.execute.failure.VersionTableException;
import dev.retort.execute.state.SessionInfo;
import dev.retort.execute.state.VersionRows;
import dev.retort.graph.HeadChange;
import dev.retort.graph.RowChange;
import dev.retort.plan.Interruption;
import dev.retort.plan.Traces;
import dev.retort.postgres.Activity;
import dev.retort.postgres.PostgresSession;
import dev.retort.postgres.Rows;
import dev.retort.revision.RevisionId;
import dev.retort.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The version table over one PostgreSQL session. */
final class PostgresVersionStore implements VersionStore {
  private static final int UNLOCK_TRIES = 5;

  private final PostgresSession session;
  private final VersionTable table;

  private final PreparedMove preparedMove;

  private @Nullable Location location;

  /** Whether the lock was had. */
  private boolean locked;

  /** Whether the last attempt at it left it alone. */
  private boolean untried;

  private Mark mark = new Mark(Optional.empty(), Optional.empty());

  PostgresVersionStore(PostgresSession session, VersionTable table) {
    this.session = session;
    this.table = table;
    this.preparedMove = new PreparedMove(session);
  }

  @Override
  public LockAttempt tryLock() {
    LockAttempt attempt = attempt();
    if (attempt instanceof LockAttempt.Held && untried) {
      // There is a pooler in between, which has been found to keep the session for this connection.
      attempt = attempt();
    }
    return attempt;
  }

  private LockAttempt attempt() {
    List<Rows> results =
        session.script(
            LockSql.tryLock(table, session.ownSql())
                + Location.query(table)
                + LockSql.holder(table));
    Rows answer = results.get(0);
    locate(results.get(1));
    if (answer.is(0, 1)) {
      throw new PooledSessionException(
          "the run's lock was there already, in a session that was just begun (server process "
              + session.server().processId()
              + ")");
    }
    untried = answer.get(0, 0).isEmpty();
    locked = answer.is(0, 0);
    return locked ? new LockAttempt.Taken() : new LockAttempt.Held(holder(results.get(2)));
  }

  private String stillHeld() {
    return LockSql.stillHeld(location().lockKey(), session.server().processId());
  }

  @Override
  public void unlock() {
    if (location == null || !locked) {
      return;
    }
    locked = false;
    String unlock = LockSql.unlock(location.lockKey(), session.server().processId());
    // A pooler may have moved the connection, and may yet move it back.
    for (int tries = 0; tries < UNLOCK_TRIES; tries++) {
      if (session.script(unlock).getFirst().size() > 0) {
        return;
      }
    }
  }

  /** The run under way, if there is one; finds the table on the way. */
  Optional<SessionInfo> findLockHolder() {
    List<Rows> results = session.script(Location.query(table) + LockSql.holder(table));
    locate(results.get(0));
    return holder(results.get(1));
  }

  private static Optional<SessionInfo> holder(Rows rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(Activity.session(rows, 0, 0));
  }

  private Location locate(Rows rows) {
    Location found = Location.of(rows, table);
    location = found;
    mark = Mark.parse(found.comment());
    return found;
  }

  private Location location() {
    return location != null ? location : locate(session.script(Location.query(table)).getFirst());
  }

  @Override
  public VersionRows read() {
    return rows(location(), mark.interruption());
  }

  private VersionRows rows(Location where, Optional<Interruption> interruption) {
    return new VersionRows(
        where.qualifiedName(),
        where.exists(),
        where.exists() ? heads(where) : List.of(),
        interruption,
        where.room());
  }

  /** The table's name with its schema, or where it would be made. */
  String tableName() {
    return location().qualifiedName();
  }

  private Rows versions(Location where) {
    try {
      return rows("SELECT version_num FROM " + where.qualifiedName());
    } catch (ServerErrorException e) {
      if (!e.code().equals("permission-denied")) {
        throw e;
      }
      String role = session.server().role();
      throw new ServerErrorException(
          e.code(),
          "Role " + role + " may not read the version table " + where.qualifiedName() + ".",
          "Have its owner grant it: GRANT SELECT ON "
              + where.qualifiedName()
              + " TO "
              + Identifiers.quote(role)
              + ", and USAGE on its schema; or use a profile with another role.",
          e.error(),
          e.blockers(),
          e);
    }
  }

  private List<RevisionId> heads(Location where) {
    Rows rows = versions(where);
    List<RevisionId> heads = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      String value = rows.get(row, 0).orElse("");
      if (value.isBlank()) {
        throw new VersionTableException(
            where.qualifiedName(),
            where.qualifiedName() + " holds a row without a revision.",
            "Delete that row, or stamp with --purge.",
            List.of());
      }
      heads.add(new RevisionId(value));
    }
    return heads;
  }

  /** What a query finds; while the lock is held, what it finds under the lock. */
  private Rows rows(String query) {
    if (!locked) {
      return session.script(query).getFirst();
    }
    try {
      return session.script(stillHeld() + query).getLast();
    } catch (ServerErrorException e) {
      throw LockSql.tellsOfLoss(e.error()) ? new PooledSessionException(moved(e)) : e;
    }
  }

  private String moved(ServerErrorException e) {
    return "the run took it in server process "
        + session.server().processId()
        + " and then found itself in "
        + LockSql.foundProcess(e.error());
  }

  @Override
  public VersionRows lookAgain() {
    Location now = Location.of(session.script(Location.query(table)).getFirst(), table);
    return rows(now, Mark.parse(now.comment()).interruption());
  }

  @Override
  public Optional<Interruption> interruption() {
    return mark.interruption();
  }

  @Override
  public void create() {
    String constraint = Identifiers.quote(table.name() + "_pkc");
    // Word for word what alembic.runtime.migration.MigrationContext makes through SQLAlchemy.
    session.script(
        "CREATE TABLE "
            + location().qualifiedName()
            + " (version_num VARCHAR("
            + table.room()
            + ") NOT NULL, CONSTRAINT "
            + constraint
            + " PRIMARY KEY (version_num))");
  }

  @Override
  public void write(
      List<HeadChange> changes, List<RevisionId> after, End end, StatementListener listener) {
    RowWrites writes = new RowWrites(location().qualifiedName(), changes, after);
    try {
      Optional<RowChange.Update> move =
          end == End.COMMIT && preparedMove.usable() ? writes.move() : Optional.empty();
      if (move.isPresent()) {
        write(move.get(), listener);
      } else {
        session.script(
            before(end) + session.reset().sql() + lockCheck(end) + writes.sql() + after(end),
            listener);
      }
    } catch (ServerErrorException e) {
      if (preparedMove.isGone(e)) {
        throw new ServerErrorException(
            NOT_PREPARED, e.message(), e.hint(), e.error(), e.blockers(), e);
      }
      Optional<VersionRowException> mismatch = writes.mismatch(e);
      mismatch.ifPresent(row -> row.addSuppressed(e));
      throw mismatch.<RuntimeException>map(row -> row).orElseGet(() -> explained(e));
    }
    if (end == End.CLEAR_AND_COMMIT) {
      mark = new Mark(Optional.empty(), mark.ownComment());
    }
  }

  private void write(RowChange.Update move, StatementListener listener) {
    String table = location().qualifiedName();
    preparedMove.done(
        session.script(
            before(End.COMMIT)
                + session.reset().butPreparedSql()
                + RowWrites.lock(table)
                + preparedMove.sql(table, location().lockKey(), move)
                + after(End.COMMIT),
            listener));
  }

  private String lockCheck(End end) {
    return switch (end) {
      case STAY -> "";
      case COMMIT, CLEAR_AND_COMMIT -> stillHeld();
    };
  }

  /** One of the errors is the one that the check of the lock provokes. */
  private ServerErrorException explained(ServerErrorException e) {
    if (LockSql.tellsOfLoss(e.error())) {
      return lost(e);
    }
    return e;
  }

  private ServerErrorException lost(ServerErrorException e) {
    if (LockSql.foundProcess(e.error()) != session.server().processId()) {
      return new ServerErrorException(
          PooledSessionException.CODE,
          "a session lock can't hold through this connection pooler: " + moved(e) + ".",
          PooledSessionException.HINT,
          e.error(),
          List.of(),
          e);
    }
    return new ServerErrorException(
        "lock-lost",
        "the session no longer holds the run's lock.",
        "Did a statement let go of it (DISCARD ALL, pg_advisory_unlock_all)?",
        e.error(),
        List.of(),
        e);
  }

  /**
   * Deferred constraints are checked while the step's own settings still hold, and so that the
   * COMMIT itself has nothing left to refuse.
   */
  private static String before(End end) {
    return switch (end) {
      case STAY -> "";
      case COMMIT, CLEAR_AND_COMMIT -> "SET CONSTRAINTS ALL IMMEDIATE;\n";
    };
  }

  /** COMMIT is the last of the message: an error before it leaves a transaction to roll back. */
  private String after(End end) {
    return switch (end) {
      case STAY -> "";
      case COMMIT -> "COMMIT";
      case CLEAR_AND_COMMIT -> comment(mark.ownComment()) + "COMMIT";
    };
  }

  @Override
  public void mark(Interruption where, Committing committing) {
    Mark next = new Mark(Optional.of(where), mark.ownComment());
    // The step may have changed the role; the mark is the table owner's to leave.
    String asOwner =
        "SET LOCAL session_authorization TO DEFAULT;\nSET LOCAL role TO DEFAULT;\n"
            + comment(next.comment());
    String stillHeld = stillHeld();
    try {
      session.script(
          switch (committing) {
            case ALONE -> "BEGIN;\n" + stillHeld + asOwner + "COMMIT";
            case AND_COMMIT -> "SET CONSTRAINTS ALL IMMEDIATE;\n" + stillHeld + asOwner + "COMMIT";
            case LATER -> "SET CONSTRAINTS ALL IMMEDIATE;\n" + stillHeld + asOwner;
          });
    } catch (ServerErrorException e) {
      throw explained(e);
    }
    mark = next;
  }

  @Override
  public Traces traces(String sql) {
    return TraceSql.read(session, sql);
  }

  private String comment(Optional<String> text) {
    return "COMMENT ON TABLE "
        + location().qualifiedName()
        + " IS "
        + text.map(Identifiers::quoteLiteral).orElse("NULL")
        + ";\n";
  }
}
