package dev.retort.cli.run;

import dev.retort.plan.PlannedStatement;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the statements of one step, in the little room that hundreds of thousands of them
 * leave. Not thread-safe.
 */
final class RanStatements {
  private long[] rows = new long[8];
  private int[] millis = new int[8];
  private int size;

  /** One more is done. */
  void add(long affected, long took) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, size * 2);
      millis = Arrays.copyOf(millis, size * 2);
    }
    rows[size] = affected;
    millis[size++] = Math.clamp(took, 0, Integer.MAX_VALUE);
  }

  /** What ran since so many were done does not count: it was rolled back. */
  void backTo(int done) {
    size = Math.min(size, done);
  }

  /**
   * As they are told in JSON, each made when it is written.
   *
   * @param statements those of the step, in the same order
   */
  List<Map<String, Object>> of(List<PlannedStatement> statements) {
    return new AbstractList<>() {
      @Override
      public Map<String, Object> get(int index) {
        Map<String, Object> map = new LinkedHashMap<>();
        PlannedStatement statement = statements.get(index);
        if (statement.line() > 0) {
          map.put("line", statement.line());
        }
        map.put("kind", statement.kind());
        if (statement.purpose() == PlannedStatement.Purpose.CLEANUP) {
          map.put("purpose", "cleanup");
          map.put("sql", statement.sql());
        }
        map.put("rows", rows[index]);
        map.put("took_ms", millis[index]);
        return map;
      }

      @Override
      public int size() {
        return size;
      }
    };
  }
}
