package dev.retort.cli.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.testing.CliRun;
import dev.retort.testing.CliRun.Result;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Where a database is, with branches side by side. */
@Tag("db")
@ExtendWith(PgExtension.class)
class IdentifyTest {
  @TempDir Path folder;

  private PgDatabase database;
  private CliRun cli;

  @BeforeEach
  void project(PgDatabase database) {
    this.database = database;
    this.cli =
        new OwnProject(folder.resolve("p"), database).twoBranches().cli(folder.resolve("home"));
  }

  @AfterEach
  void dropShadows() {
    database.dropShadows();
  }

  private void apply(String... targets) {
    for (String target : targets) {
      assertThat(cli.run("upgrade", target, "--yes").exitCode()).isZero();
    }
  }

  @Test
  void aDatabaseWithOneRevisionOfEachBranchIsFoundExactlyByItsOwnTable() {
    apply("a1", "b1");
    Result result = cli.run("identify");
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    assertThat(result.lines()).hasSize(1);
    assertThat(result.lines().getFirst()).startsWith("a1, b1  exact");
    assertThat(result.err()).contains("there is nothing to stamp").doesNotContain("--purge");
  }

  @Test
  void itIsFoundWithoutItsTableAsWellAndTheStampThatWouldFollowNamed() {
    apply("a1", "b1");
    database.execute("DROP TABLE alembic_version");
    Result result = cli.run("identify");
    assertThat(result.lines().getFirst()).startsWith("a1, b1  exact");
    assertThat(result.err()).contains("retort stamp --purge a1 b1");
  }

  @Test
  void itIsFoundFirstWithSomethingElseInItAndALyingTable() {
    apply("a1", "b2");
    database.execute("TRUNCATE alembic_version");
    database.execute("INSERT INTO alembic_version VALUES ('a2')");
    database.execute("CREATE TABLE by_hand (n int)");
    Result result = cli.run("identify");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.lines().getFirst()).startsWith("a1, b2  1 object differs");
    assertThat(result.lines().get(1)).contains("table public.by_hand is in the database");
  }

  @Test
  void anEmptyDatabaseIsAtBaseWithAnEmptyTableOrWithNone() {
    assertThat(cli.run("identify").lines().getFirst()).startsWith("base  exact");
    assertThat(cli.run("ensure-version").exitCode()).isZero();
    assertThat(cli.run("identify").lines().getFirst()).startsWith("base  exact");
  }

  @Test
  void anEmptyTableIsNoProof() {
    apply("a1");
    database.execute("TRUNCATE alembic_version");
    Result result = cli.run("identify");
    assertThat(result.lines().getFirst()).startsWith("a1  exact");
    assertThat(result.err()).contains("retort stamp --purge a1");
  }
}
