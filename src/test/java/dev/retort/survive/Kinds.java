package dev.retort.survive;

import static dev.retort.survive.Act.building;
import static dev.retort.survive.Act.dropping;
import static dev.retort.survive.Act.making;
import static dev.retort.survive.Act.silent;
import static dev.retort.survive.Act.taking;
import static dev.retort.survive.Section.autocommit;
import static dev.retort.survive.Section.transactional;

import java.util.List;
import java.util.Locale;

/**
 * The kinds of revisions. Each has things of its own, named by its id, so that the catalog tells
 * which revisions are in effect; and each counts itself in the table {@code trail}.
 */
enum Kinds {
  /** DDL with rows. */
  TABLE {
    @Override
    Migration make(String id, List<String> downs) {
      String t = "t_" + id;
      return migration(
          id,
          downs,
          transactional(
              making("CREATE TABLE " + t + " (id int PRIMARY KEY, note text)", "table " + t),
              making(
                  "INSERT INTO " + t + " SELECT g, md5(g::text) FROM generate_series(1, 50) g",
                  "rows " + t + " 50"),
              making("CREATE VIEW v_" + id + " AS SELECT note FROM " + t, "view v_" + id),
              up(id)),
          transactional(
              taking("DROP VIEW v_" + id, "view v_" + id),
              taking("DROP TABLE " + t, "table " + t, "rows " + t + " 50"),
              down(id)));
    }
  },
  /** A table that is there already changes. */
  COLUMN {
    @Override
    Migration make(String id, List<String> downs) {
      String c = "c_" + id;
      return migration(
          id,
          downs,
          transactional(
              making("ALTER TABLE ground ADD COLUMN " + c + " int", "column " + c),
              silent("UPDATE ground SET " + c + " = a WHERE b = 'base' AND a % 3 = 0"),
              making(
                  "CREATE FUNCTION f_"
                      + id
                      + "() RETURNS int LANGUAGE sql AS $$ SELECT 1; SELECT 2 $$",
                  "function f_" + id),
              up(id)),
          transactional(
              taking("DROP FUNCTION f_" + id, "function f_" + id),
              taking("ALTER TABLE ground DROP COLUMN " + c, "column " + c),
              down(id)));
    }
  },
  /** Rows alone. */
  ROWS {
    @Override
    Migration make(String id, List<String> downs) {
      return migration(
          id,
          downs,
          transactional(
              making(
                  "INSERT INTO ground (a, b) SELECT g, '" + id + "' FROM generate_series(1, 20) g",
                  "ground " + id + " 20"),
              up(id)),
          transactional(
              taking("DELETE FROM ground WHERE b = '" + id + "'", "ground " + id + " 20"),
              down(id)));
    }
  },
  /** A row in the trail, and nothing that could be there already. */
  NOTE {
    @Override
    Migration make(String id, List<String> downs) {
      return migration(id, downs, transactional(up(id)), transactional(down(id)));
    }
  },
  /** Indexes built and dropped outside of transactions. */
  INDEXES {
    @Override
    Migration make(String id, List<String> downs) {
      String a = "i_" + id + "_a";
      String b = "i_" + id + "_b";
      return migration(
          id,
          downs,
          autocommit(
              building("CREATE INDEX CONCURRENTLY " + a + " ON ground (a)", a),
              up(id),
              building("CREATE INDEX CONCURRENTLY " + b + " ON ground (b, a)", b)),
          autocommit(
              dropping("DROP INDEX CONCURRENTLY " + b, b),
              down(id),
              dropping("DROP INDEX CONCURRENTLY " + a, a)));
    }
  },
  /** Values added to a type; the way back is one transaction. */
  ENUM {
    @Override
    Migration make(String id, List<String> downs) {
      String e = "e_" + id;
      return migration(
          id,
          downs,
          autocommit(
              making("CREATE TYPE " + e + " AS ENUM ('x')", "label " + e + " x"),
              making("ALTER TYPE " + e + " ADD VALUE 'y'", "label " + e + " y"),
              making("ALTER TYPE " + e + " ADD VALUE 'z' BEFORE 'x'", "label " + e + " z"),
              up(id)),
          transactional(
              taking(
                  "DROP TYPE " + e, "label " + e + " x", "label " + e + " y", "label " + e + " z"),
              down(id)));
    }
  },
  /** Several statements, some of which would do in a transaction. */
  SEVERAL {
    @Override
    Migration make(String id, List<String> downs) {
      String q = "q_" + id;
      String i = "i_" + id;
      return migration(
          id,
          downs,
          autocommit(
              making("CREATE TABLE " + q + " (n int)", "table " + q),
              making("INSERT INTO " + q + " SELECT generate_series(1, 30)", "rows " + q + " 30"),
              building("CREATE UNIQUE INDEX CONCURRENTLY " + i + " ON " + q + " (n)", i),
              silent("VACUUM " + q),
              up(id)),
          autocommit(
              down(id),
              dropping("DROP INDEX CONCURRENTLY " + i, i),
              taking("DROP TABLE " + q, "table " + q, "rows " + q + " 30")));
    }
  };

  /** What is there before the first revision. */
  static final String BASELINE =
      """
      CREATE TABLE ground (a int, b text);
      INSERT INTO ground SELECT g, 'base' FROM generate_series(1, 3000) g;
      CREATE TABLE trail (at bigint GENERATED ALWAYS AS IDENTITY, revision text, way int);
      """;

  abstract Migration make(String id, List<String> downs);

  private static Act up(String id) {
    return making(
        "INSERT INTO trail (revision, way) VALUES ('" + id + "', 1)", "trail " + id + " 1");
  }

  private static Act down(String id) {
    return taking(
        "INSERT INTO trail (revision, way) VALUES ('" + id + "', -1)", "trail " + id + " 1");
  }

  final Migration migration(String id, List<String> downs, Section up, Section down) {
    return new Migration(id, name().toLowerCase(Locale.ROOT), downs, up, down);
  }
}
