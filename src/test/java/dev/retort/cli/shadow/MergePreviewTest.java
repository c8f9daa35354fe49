package dev.retort.cli.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.testing.CliRun.Result;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two heads, in both orders. */
@Tag("db")
@ExtendWith(PgExtension.class)
class MergePreviewTest {
  @TempDir Path folder;

  private PgDatabase database;
  private OwnProject project;

  @BeforeEach
  void project(PgDatabase database) {
    this.database = database;
    this.project =
        new OwnProject(folder.resolve("p"), database)
            .revision("r", "", "CREATE TABLE t (n int, s text);", "DROP TABLE t;");
  }

  @AfterEach
  void dropShadows() {
    database.dropShadows();
  }

  private OwnProject branches(String a, String b) {
    return project.revision("a", "r", a, "").revision("b", "r", b, "");
  }

  private Result preview(String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "merge";
    arguments[1] = "--preview";
    arguments[2] = "heads";
    System.arraycopy(more, 0, arguments, 3, more.length);
    return project.cli(folder.resolve("home")).run(arguments);
  }

  @Test
  void branchesThatKeepApartAgreeAndNothingIsWritten() {
    branches("CREATE TABLE a ();", "CREATE TABLE b ();");
    Result result = preview();
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.lines()).containsExactly("a, then b  runs", "b, then a  runs");
    assertThat(result.err()).contains("a and b part at r.", "the schema is the same.");
    assertThat(project.path("").toFile().list()).hasSize(3);
  }

  @Test
  void columnsOfBothAreInTheOrderOfTheBranches() {
    branches("ALTER TABLE t ADD a int;", "ALTER TABLE t ADD b int; CREATE INDEX i ON t (n);");
    Result result = preview();
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains(
            "order of columns",
            "Changed by a and b: table public.t",
            "  a  ~ table public.t",
            "  b  + index public.i");
    assertThat(result.err()).contains("but for the order of columns");
    assertThat(preview("--json").out()).contains("\"verdict\": \"column-order\"");
  }

  @Test
  void whatTheLastOneDecidesDiffers() {
    branches("ALTER TABLE t ALTER s SET DEFAULT 'a';", "ALTER TABLE t ALTER s SET DEFAULT 'b';");
    Result result = preview();
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("b, then a  runs, to another schema", "column s: ");
    assertThat(result.err()).contains("depends on which comes first");
  }

  @Test
  void whatFailsIsNamedWithItsStatementAndOrder() {
    branches("ALTER TABLE t DROP COLUMN s;", "CREATE INDEX i ON t (s);");
    Result result = preview();
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.lines())
        .containsSequence(
            "a, then b  fails",
            "  Revision b:",
            "    CREATE INDEX i ON t (s)",
            "  column \"s\" does not exist",
            "b, then a  runs");
    assertThat(preview("--json").out())
        .contains("\"verdict\": \"fails\"", "\"revision\": \"b\"", "\"reason\": \"column");
  }

  @Test
  void oneHeadIsNothingToMerge() throws Exception {
    Result result = preview();
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("at least two");
    assertThat(Files.exists(project.path("r.sql"))).isTrue();
  }
}
