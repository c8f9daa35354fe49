package dev.retort.postgres;

import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Field;
import org.postgresql.core.Query;
import org.postgresql.core.ResultCursor;
import org.postgresql.core.ResultHandlerBase;
import org.postgresql.core.Tuple;

/**
 * Takes what the server answers to one message. Filled by the thread that reads; what was said may
 * be taken by another meanwhile.
 */
final class Reply extends ResultHandlerBase {
  private final Queue<Said> said = new ConcurrentLinkedQueue<>();
  private final List<Rows> results = new ArrayList<>();
  private final boolean each;
  private String tag = "";

  /** Something the server said, in order. */
  sealed interface Said {
    /** A notice or a warning. */
    record Notice(SQLWarning warning) implements Said {}

    /**
     * A statement has ended well.
     *
     * @param rows as in {@link Reply#rows()}
     * @param at by {@link System#nanoTime()}
     */
    record Finished(long rows, long at) implements Said {}
  }

  /**
   * An answer to come.
   *
   * @param each whether the end of each statement is told, too
   */
  Reply(boolean each) {
    this.each = each;
  }

  @Override
  public void handleResultRows(
      Query query, Field[] fields, List<Tuple> tuples, @Nullable ResultCursor cursor) {
    results.add(new Rows(fields, tuples));
  }

  @Override
  public void handleCommandStatus(String status, long updateCount, long insertOid) {
    tag = status;
    if (each) {
      said.add(new Said.Finished(rows(), System.nanoTime()));
    }
  }

  @Override
  public void handleWarning(SQLWarning warning) {
    said.add(new Said.Notice(warning));
  }

  /** The next of what was said that nobody has taken yet. */
  @Nullable Said next() {
    return said.poll();
  }

  /** The results that have rows, or could have. */
  List<Rows> results() {
    return results;
  }

  /**
   * How many rows the last statement affected or returned: what stands at the end of its command
   * tag (manual, chapter 54.7, CommandComplete); -1 where nothing stands there.
   */
  long rows() {
    int start = tag.length();
    while (start > 0 && Character.isDigit(tag.charAt(start - 1))) {
      start--;
    }
    return start == tag.length() ? -1 : Long.parseLong(tag.substring(start));
  }
}
