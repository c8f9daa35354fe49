package dev.retort.testing;

import dev.retort.execute.StatementListener;
import dev.retort.execute.VersionStore;
import dev.retort.execute.failure.VersionRowException;
import dev.retort.execute.state.VersionRows;
import dev.retort.graph.HeadChange;
import dev.retort.graph.RowChange;
import dev.retort.plan.Interruption;
import dev.retort.plan.Traces;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** A version table in memory: transactional, checked, in the order in which PostgreSQL has rows. */
public final class InMemoryVersionStore implements VersionStore {
  private final FakeDatabase database;

  private Rows committed;
  private Rows current;

  private record Rows(boolean exists, List<RevisionId> heads, Optional<Interruption> mark) {
    Rows withHeads(List<RevisionId> next) {
      return new Rows(exists, List.copyOf(next), mark);
    }

    Rows withMark(Optional<Interruption> next) {
      return new Rows(exists, heads, next);
    }
  }

  InMemoryVersionStore(FakeDatabase database, boolean exists, List<RevisionId> heads) {
    this.database = database;
    this.committed = new Rows(exists, List.copyOf(heads), Optional.empty());
    this.current = committed;
  }

  /** The committed rows, in order. */
  public List<RevisionId> heads() {
    return committed.heads();
  }

  /** Whether the table is there for everybody. */
  public boolean exists() {
    return committed.exists();
  }

  /** Puts a mark there, as a run that stopped would have. */
  public void interrupt(Interruption mark) {
    committed = committed.withMark(Optional.of(mark));
    current = committed;
  }

  void rollback() {
    current = committed;
  }

  @Override
  public LockAttempt tryLock() {
    session().check("lock");
    return database.lockHolder().isPresent()
        ? new LockAttempt.Held(database.lockHolder())
        : new LockAttempt.Taken();
  }

  @Override
  public void unlock() {
    session().check("unlock");
  }

  @Override
  public VersionRows read() {
    session().check("read");
    return new VersionRows(
        "public.alembic_version", current.exists(), current.heads(), current.mark());
  }

  @Override
  public VersionRows lookAgain() {
    session().check("look again");
    return new VersionRows(
        "public.alembic_version", current.exists(), current.heads(), current.mark());
  }

  /** Another program, which knows nothing of locks, writes the rows. */
  public void moveTo(String... heads) {
    committed = committed.withHeads(Arrays.stream(heads).map(RevisionId::new).toList());
    current = committed;
  }

  @Override
  public Optional<Interruption> interruption() {
    return current.mark();
  }

  @Override
  public void create() {
    session().check("create");
    current = new Rows(true, current.heads(), current.mark());
    if (!session().inTransaction()) {
      committed = current;
    }
  }

  @Override
  public void write(
      List<HeadChange> changes, List<RevisionId> after, End end, StatementListener listener) {
    session().check("write " + end);
    List<RevisionId> rows = new ArrayList<>(current.heads());
    changes.stream().flatMap(change -> change.rows().stream()).forEach(row -> apply(row, rows));
    if (!new HashSet<>(rows).equals(new HashSet<>(after))) {
      throw VersionRowException.otherRows("alembic_version");
    }
    current = current.withHeads(rows);
    switch (end) {
      case STAY -> {}
      case COMMIT -> commit();
      case CLEAR_AND_COMMIT -> {
        current = current.withMark(Optional.empty());
        commit();
      }
    }
  }

  private void commit() {
    committed = current;
    session().committed();
    database.afterCommit();
  }

  /** An updated row moves to the end of the table, as it does in PostgreSQL. */
  private static void apply(RowChange change, List<RevisionId> rows) {
    switch (change) {
      case RowChange.Insert(RevisionId id) -> rows.add(id);
      case RowChange.Delete(RevisionId id) -> remove(rows, id, "deleting '" + id + "'");
      case RowChange.Update(RevisionId from, RevisionId to) -> {
        remove(rows, from, "updating '" + from + "' to '" + to + "'");
        rows.add(to);
      }
      case RowChange.Purge() -> rows.clear();
    }
  }

  private static void remove(List<RevisionId> rows, RevisionId id, String action) {
    long found = rows.stream().filter(id::equals).count();
    if (found != 1) {
      throw new VersionRowException(action, "alembic_version", found);
    }
    rows.remove(id);
  }

  @Override
  public void mark(Interruption where, Committing committing) {
    session()
        .check(
            "mark "
                + where.statement()
                + (where.reached() == Interruption.Reached.WAITING ? " waiting" : "")
                + (committing == Committing.AND_COMMIT ? " and commit" : ""));
    current = current.withMark(Optional.of(where));
    switch (committing) {
      case ALONE -> committed = current;
      case AND_COMMIT -> commit();
      case LATER -> {}
    }
  }

  @Override
  public Traces traces(String sql) {
    return Traces.none();
  }

  private FakeSession session() {
    return database.session();
  }
}
