package dev.retort.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One revision of a made-up project, as ordinary ones are: a new table with an index and rows, a
 * column more, or a view. The same ones each time.
 *
 * @param number from 1
 * @param upgrade the statements
 * @param downgrade the statements that lead back
 */
record Change(int number, List<String> upgrade, List<String> downgrade) {
  private static final long SEED = 20260101;

  /** The first so many. */
  static List<Change> first(int count) {
    Random random = new Random(SEED);
    List<Change> changes = new ArrayList<>();
    int table = 0;
    for (int number = 1; number <= count; number++) {
      int draw = random.nextInt(10);
      if (table == 0 || draw < 6) {
        table = number;
        changes.add(table(number));
      } else {
        changes.add(draw < 8 ? column(number, table) : view(number, table));
      }
    }
    return changes;
  }

  private static Change table(int number) {
    String table = "part_" + number;
    return new Change(
        number,
        List.of(
            """
            CREATE TABLE %s (
                id bigint PRIMARY KEY,
                name text NOT NULL DEFAULT 'x',
                size numeric(18, 4),
                created_at timestamptz NOT NULL DEFAULT now()
            )\
            """
                .formatted(table),
            "CREATE INDEX %s_name_idx ON %s (name)".formatted(table, table),
            "INSERT INTO %s (id, name) VALUES (1, 'one'), (2, 'two')".formatted(table)),
        List.of("DROP TABLE " + table));
  }

  private static Change column(int number, int table) {
    return new Change(
        number,
        List.of(
            "ALTER TABLE part_%d ADD COLUMN extra_%d integer".formatted(table, number),
            "UPDATE part_%d SET extra_%d = 1".formatted(table, number)),
        List.of("ALTER TABLE part_%d DROP COLUMN extra_%d".formatted(table, number)));
  }

  private static Change view(int number, int table) {
    return new Change(
        number,
        List.of(
            "CREATE VIEW view_%d AS SELECT id, name FROM part_%d WHERE id > 0"
                .formatted(number, table),
            "COMMENT ON VIEW view_%d IS 'what is there'".formatted(number)),
        List.of("DROP VIEW view_" + number));
  }

  String id() {
    return "%06d".formatted(number);
  }

  /** The id of the one before; empty for the first. */
  String before() {
    return number == 1 ? "" : "%06d".formatted(number - 1);
  }
}
