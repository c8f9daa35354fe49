package dev.retort.cli.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.testing.CliRun;
import dev.retort.testing.CliRun.Result;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * By the server's own statistics, looking writes nothing. Everything is looked at twice: what
 * shadows have to find out they find out the first time, on the same server; so the second time
 * whatever is written there would be written by looking.
 */
@Tag("db")
@ExtendWith(PgExtension.class)
class NothingWrittenTest {
  /** Rows written, to all tables and to catalogs, and transactions that wrote anything. */
  private static final String WRITTEN =
      "SELECT concat_ws(' ', d.tup_inserted, d.tup_updated, d.tup_deleted, d.temp_files, (SELECT"
          + " concat_ws(' ', sum(n_tup_ins), sum(n_tup_upd), sum(n_tup_del)) FROM"
          + " pg_stat_all_tables), pg_snapshot_xmax(pg_current_snapshot())) FROM pg_stat_database d"
          + " WHERE d.datname = current_database()";

  private static final List<List<String>> LOOKS =
      List.of(
          List.of("schema"),
          List.of("drift"),
          List.of("drift", "--sql"),
          List.of("drift", "--json"),
          List.of("identify"),
          List.of("plan", "upgrade", "heads", "--schema"),
          List.of("plan", "downgrade", "base", "--schema"),
          List.of("diff", "current:heads"),
          List.of("schema", "--at", "heads"),
          List.of("verify"));

  @TempDir Path folder;

  private PgDatabase database;
  private CliRun cli;

  @BeforeEach
  void project(PgDatabase database) {
    this.database = database;
    this.cli =
        new OwnProject(folder.resolve("p"), database).twoBranches().cli(folder.resolve("home"));
    assertThat(cli.run("upgrade", "a1", "--yes").exitCode()).isZero();
    database.execute("CREATE TABLE by_hand (n int); INSERT INTO by_hand VALUES (1)");
  }

  @AfterEach
  void dropShadows() {
    database.dropShadows();
  }

  /** A session tells what it did when it ends, which it does a moment after its client has. */
  private String written() {
    database.await(
        "SELECT count(*) = 0 FROM pg_stat_activity WHERE datname = current_database() AND pid <>"
            + " pg_backend_pid() AND backend_type = 'client backend'");
    database.query("SELECT pg_stat_force_next_flush()");
    database.query("SELECT pg_stat_clear_snapshot()");
    return database.query(WRITTEN).getFirst();
  }

  private void look(CliRun who) {
    for (List<String> words : LOOKS) {
      Result result = who.run(words.toArray(String[]::new));
      assertThat(result.exitCode()).as(words + result.err()).isLessThan(2);
    }
  }

  @Test
  void lookingWritesNothingAndNeedsNoRightToWrite() {
    String reader = database.role("reader");
    database.execute("GRANT USAGE ON SCHEMA public TO " + reader);
    database.execute("GRANT SELECT ON alembic_version TO " + reader);
    look(cli);
    String before = written();
    look(cli.with("PGUSER", reader));
    assertThat(written()).isEqualTo(before);
    // The statistics would tell.
    database.execute("UPDATE by_hand SET n = 2");
    assertThat(written()).isNotEqualTo(before);
  }

  @Test
  void theRoleCouldNotHaveWritten() {
    String reader = database.role("reader");
    database.execute("GRANT USAGE ON SCHEMA public TO " + reader);
    database.execute("GRANT SELECT ON alembic_version TO " + reader);
    Result result = cli.with("PGUSER", reader).run("upgrade", "a2", "--yes");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("permission denied");
  }
}
