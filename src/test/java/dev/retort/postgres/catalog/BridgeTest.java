package dev.retort.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.execute.Cancellation;
import dev.retort.execute.RunOptions;
import dev.retort.graph.RevisionGraph;
import dev.retort.postgres.Access;
import dev.retort.postgres.PostgresSession;
import dev.retort.postgres.PostgresSessions;
import dev.retort.postgres.versions.VersionTable;
import dev.retort.revision.Revision;
import dev.retort.revision.TransactionMode;
import dev.retort.revision.reading.BaselineReader;
import dev.retort.revision.reading.RevisionReader;
import dev.retort.schema.Snapshot;
import dev.retort.schema.diff.ProposedStatement;
import dev.retort.schema.diff.SchemaDiff;
import dev.retort.sql.StatementSplitter;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The proposed statements, run on a database, give the other snapshot, both ways. */
@Tag("db")
@ExtendWith(PgExtension.class)
class BridgeTest {
  static Snapshot read(PgDatabase database) {
    return new CatalogReader(
            new PostgresSessions(database.settings(), "test", Access.READ_ONLY),
            VersionTable.standard())
        .read();
  }

  /** One by one, each in a transaction of its own unless it begins one. */
  static void run(PgDatabase database, List<String> statements) {
    PostgresSessions sessions =
        new PostgresSessions(database.settings(), "test", Access.READ_WRITE);
    try (PostgresSession session = sessions.open(RunOptions.defaults(), new Cancellation())) {
      session.script("SET check_function_bodies = false");
      for (String sql : statements) {
        try {
          session.script(sql);
        } catch (RuntimeException e) {
          throw new AssertionError(
              "at: " + sql + "\n" + e.getMessage() + "\nof:\n" + String.join(";\n", statements), e);
        }
      }
    }
  }

  /**
   * Leads the database, which is at one schema, to another, in as few transactions as it can; what
   * it has then, which may differ in the order of columns alone.
   */
  static Snapshot lead(PgDatabase database, Snapshot from, Snapshot to) {
    SchemaDiff diff = SchemaDiff.between(from, to);
    List<String> statements = new ArrayList<>();
    for (List<ProposedStatement> part : diff.parts()) {
      statements.add("BEGIN");
      part.forEach(statement -> statements.add(statement.sql()));
      statements.add("COMMIT");
    }
    run(database, statements);
    Snapshot reached = read(database);
    SchemaDiff left = SchemaDiff.between(reached, to);
    boolean order = left.onlyColumnOrder() && !diff.notReordered().isEmpty();
    if (!order) {
      assertThat(left.text()).as(String.join(";\n", statements)).isEmpty();
    }
    return reached;
  }

  @Test
  void betweenNeighbouringRevisionsOfTheSampleTheStatementsLeadBothWays(PgDatabase database) {
    BaselineReader.read(List.of(Path.of("db/legacy/migrations_pre_alembic")))
        .scripts()
        .forEach(script -> database.execute(script.sql()));
    PgDatabase copy = database.another("copy");
    Snapshot empty = read(copy);
    List<Snapshot> way = new ArrayList<>(List.of(empty, read(database)));
    RevisionGraph graph =
        RevisionGraph.of(RevisionReader.read(List.of(Path.of("db/migrations"))).revisions());
    for (Revision revision : graph.revisions()) {
      if (revision.upgrade().mode() == TransactionMode.AUTOCOMMIT) {
        StatementSplitter.split(revision.upgrade().sql(), 1)
            .forEach(statement -> database.execute(statement.text()));
      } else {
        run(database, List.of(revision.upgrade().sql()));
      }
      way.add(read(database));
    }
    Snapshot at = empty;
    for (Snapshot next : way) {
      at = lead(copy, at, next);
    }
    for (Snapshot next : way.reversed()) {
      at = lead(copy, at, next);
    }
  }

  @Test
  void everyKindOfObjectCanBeMadeAndTakenAway(PgDatabase database) throws IOException {
    String role = database.role("user");
    PgDatabase copy = database.another("copy");
    Snapshot empty = read(copy);
    for (String sql : Everything.scripts(empty.majorVersion(), role)) {
      run(database, List.of(sql));
    }
    Snapshot everything = read(database);
    database.execute("DROP SUBSCRIPTION sub");
    try {
      lead(copy, empty, everything);
      lead(copy, everything, empty);
    } finally {
      copy.execute("DROP SUBSCRIPTION IF EXISTS sub");
    }
  }
}
