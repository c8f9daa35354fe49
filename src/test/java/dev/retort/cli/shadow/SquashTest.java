package dev.retort.cli.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.testing.CliRun;
import dev.retort.testing.CliRun.Result;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Many revisions as one. */
@Tag("db")
@ExtendWith(PgExtension.class)
class SquashTest {
  @TempDir Path folder;

  private PgDatabase database;
  private OwnProject project;
  private CliRun cli;

  @BeforeEach
  void project(PgDatabase database) {
    this.database = database;
    this.project =
        new OwnProject(folder.resolve("p"), database)
            .revision("r1", "", "CREATE TABLE t (n int);", "DROP TABLE t;")
            .revision(
                "r2",
                "r1",
                """
                ALTER TABLE t ADD s text;
                -- and
                SET lock_timeout = '1s';
                INSERT INTO t VALUES (1, 'x');\
                """,
                "ALTER TABLE t DROP s;")
            .revision(
                "r3",
                "r2",
                """
                BEGIN;
                CREATE INDEX i ON t (s); -- done
                COMMIT;

                -- @verify
                SELECT count(*) >= 0 FROM t\
                """,
                "DROP INDEX i")
            .revision("r4", "r3", "CREATE VIEW v AS SELECT s FROM t;", "DROP VIEW v;");
    this.cli = project.cli(folder.resolve("home"));
  }

  @AfterEach
  void dropShadows() {
    database.dropShadows();
  }

  private List<String> files() {
    String[] names = folder.resolve("p").toFile().list();
    return List.of(names == null ? new String[0] : names).stream()
        .filter(name -> !name.equals(".git"))
        .sorted()
        .toList();
  }

  @Test
  void severalBecomeOneWithTheIdOfTheLast() throws IOException {
    Result result = cli.run("squash", "r2:r3", "-m", "text of t", "--yes");
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    assertThat(files()).containsExactly("r1.sql", "r3_text_of_t.sql", "r4.sql");
    assertThat(Files.readString(project.path("r3_text_of_t.sql")))
        .contains("-- text of t\n", "-- Revision ID: r3\n", "-- Revises: r1\n")
        .contains("-- r2: doc r2\nALTER TABLE t ADD s text;\n-- and\nSET lock_timeout = '1s';")
        .contains("INSERT INTO t VALUES (1, 'x');\nRESET lock_timeout;\n")
        .contains("-- r3: doc r3\nCREATE INDEX i ON t (s); -- done\n")
        .contains("-- @verify\n-- r3: doc r3\nSELECT count(*) >= 0 FROM t;")
        .contains("DROP INDEX i;\n\n-- r2: doc r2\nALTER TABLE t DROP s;")
        .doesNotContain("BEGIN", "COMMIT");
    assertThat(cli.run("upgrade", "head", "--yes").exitCode()).isZero();
    assertThat(cli.run("drift").err()).contains("No drift");
    assertThat(cli.run("downgrade", "base", "--yes").exitCode()).isZero();
  }

  @Test
  void aDryRunPrintsTheFileAndChangesNothing() {
    Result result = cli.run("squash", ":r4", "--dry-run");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("-- squash r1 to r4", "-- Revises: <base>");
    assertThat(result.err()).contains("4 revisions are one", "Nothing was written.");
    assertThat(files()).hasSize(4);
    assertThat(cli.run("squash", "r2:r4", "--dry-run", "--json").out())
        .contains("\"written\": false", "\"squashed\": [ \"r2\", \"r3\", \"r4\" ]");
  }

  @Test
  void theSchemaAloneLeavesOutWhatIsDoneToRowsAndSaysSo() throws IOException {
    Result result = cli.run("squash", "r1:r4", "--schema-only", "--yes");
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    assertThat(result.err()).contains("Left out", "r2 (INSERT)");
    assertThat(Files.readString(project.path("r4_squash_r1_to_r4.sql")))
        .contains("CREATE TABLE public.t")
        .doesNotContain("INSERT");
    assertThat(cli.run("verify").exitCode()).isZero();
  }

  @Test
  void byTheSchemaAnEnumValueThatIsUsedTakesASectionOfSeveralTransactions() throws IOException {
    project
        .revision(
            "r5",
            "r4",
            "CREATE TYPE side AS ENUM ('buy'); CREATE TABLE o (side side);",
            "DROP TABLE o; DROP TYPE side;")
        .revision(
            "r6",
            "r5",
            "ALTER TYPE side ADD VALUE 'sell';",
            "ALTER TABLE o ALTER side TYPE text; DROP TYPE side; CREATE TYPE side AS ENUM ('buy');"
                + " ALTER TABLE o ALTER side TYPE side USING side::side;")
        .revision(
            "r7",
            "r6",
            "ALTER TABLE o ALTER side SET DEFAULT 'sell';",
            "ALTER TABLE o ALTER side DROP DEFAULT;");
    Result result = cli.run("squash", "r6:r7", "--schema-only", "--yes");
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    assertThat(Files.readString(project.path("r7_squash_r6_to_r7.sql")))
        .contains("-- @upgrade autocommit", "ADD VALUE 'sell'", "BEGIN;", "COMMIT;")
        .doesNotContain("-- @downgrade autocommit");
  }

  @Test
  void nothingUncommittedIsDeletedUnlessSaidOrKept() throws Exception {
    Result refused = cli.run("squash", "r2:r3");
    assertThat(refused.exitCode()).isEqualTo(4);
    assertThat(refused.err()).contains("not committed", "--keep");
    assertThat(files()).hasSize(4);
    try (Git git = Git.init().setDirectory(folder.resolve("p").toFile()).call()) {
      git.add().addFilepattern(".").call();
      git.commit()
          .setSign(false)
          .setMessage("all")
          .setAuthor("a", "a@b")
          .setCommitter("a", "a@b")
          .call();
    }
    assertThat(cli.run("squash", "r2:r3").exitCode()).isZero();
    assertThat(files()).containsExactly("r1.sql", "r3_squash_r2_to_r3.sql", "r4.sql");
    Result kept = cli.run("squash", "r3:r4", "--keep", folder.resolve("old").toString());
    assertThat(kept.exitCode()).as(kept.err()).isZero();
    assertThat(folder.resolve("old").toFile().list())
        .containsExactlyInAnyOrder("r3_squash_r2_to_r3.sql", "r4.sql");
    assertThat(cli.run("squash", "r1:r4", "--keep", folder.resolve("p/old").toString()).exitCode())
        .isEqualTo(2);
  }

  @Test
  void aDatabaseInTheMidstOfThemIsSaid() {
    assertThat(cli.run("upgrade", "r2", "--yes").exitCode()).isZero();
    Result result = cli.run("squash", "r2:r3", "--yes");
    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.err()).contains("r2 applied and not r3", "Upgrade it to r3");
    CliRun elsewhere = cli.with("PGDATABASE", database.another("elsewhere").name());
    Result byLog = elsewhere.run("squash", "r2:r3", "--keep", folder.resolve("old").toString());
    assertThat(byLog.exitCode()).isEqualTo(4);
    assertThat(byLog.err()).contains("By the log of this machine");
    assertThat(files()).hasSize(4);
    assertThat(elsewhere.run("squash", "r2:r3", "--yes").exitCode()).isZero();
  }

  @Test
  void whatCannotBeOneIsNamed() {
    project.revision("x", "r2", "CREATE TABLE x ();", "DROP TABLE x;");
    Result outside = cli.run("squash", "r2:r3", "--yes");
    assertThat(outside.exitCode()).isEqualTo(2);
    assertThat(outside.err()).contains("Revision x stands on r2");
    project.file(
        "r5.sql",
        """
        -- Revision ID: r5
        -- Revises: r4
        -- @upgrade autocommit
        CREATE INDEX CONCURRENTLY c ON t (n);\
        """);
    Result mixed = cli.run("squash", "r4:r5", "--yes");
    assertThat(mixed.exitCode()).isEqualTo(4);
    assertThat(mixed.err()).contains("The upgrade of r5 runs outside of transactions");
    assertThat(cli.run("squash", "r4:r4", "--yes").exitCode()).isEqualTo(2);
    assertThat(cli.run("squash", "r4", "--yes").exitCode()).isEqualTo(2);
  }

  @Test
  void whatIsNotProvedChangesNothing() {
    project.revision("r5", "r4", "CREATE TYPE e AS ENUM ('a');", "DROP TYPE e;");
    project.revision("r6", "r5", "CREATE TABLE u (n int);", "");
    Result lost = cli.run("squash", "r5:r6", "--yes");
    assertThat(lost.exitCode()).isEqualTo(4);
    assertThat(lost.err())
        .contains("After its way back it does not run again", "table public.u", "--one-way");
    assertThat(cli.run("squash", "r5:r6", "--one-way", "rows would go", "--yes").exitCode())
        .isZero();
    project.revision("r7", "r6", "ALTER TYPE e ADD VALUE 'b';", "");
    project.revision("r8", "r7", "ALTER TABLE u ADD e e DEFAULT 'b';", "ALTER TABLE u DROP e;");
    List<String> before = files();
    Result unsafe = cli.run("squash", "r7:r8", "--yes");
    assertThat(unsafe.exitCode()).isEqualTo(4);
    assertThat(unsafe.err()).contains("at a statement of r8", "unsafe use of new value");
    assertThat(files()).isEqualTo(before);
  }
}
