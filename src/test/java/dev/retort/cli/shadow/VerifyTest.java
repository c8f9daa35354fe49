package dev.retort.cli.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.revision.Template;
import dev.retort.testing.CliRun.Result;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What verify says of a project in which several things are wrong. */
@Tag("db")
@ExtendWith(PgExtension.class)
class VerifyTest {
  @TempDir Path folder;

  @Test
  void eachKindOfFailureIsCountedByItself(PgDatabase database) {
    Result result =
        new OwnProject(folder.resolve("p"), database)
            .revision("0001", "", "CREATE TABLE a ();", "DROP TABLE a;")
            .revision("0002", "0001", "CREATE TABLE b ();", "SELECT 1;")
            .revision("0003", "0002", Template.UPGRADE, "")
            .revision("0004", "0003", "SELECT nothing_there();", "SELECT 1;")
            .revision("0005", "0004", "CREATE TABLE c ();", "DROP TABLE c;")
            .cli(folder.resolve("home"))
            .run("verify");
    database.dropShadows();
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .contains("4 revisions tried on PostgreSQL ")
        .contains("; 1 fails to lead back, 1 does not go up, 1 above it was not reached.");
    assertThat(result.out())
        .contains("(0004.sql:7:8)")
        .doesNotContain(folder.toString())
        .containsPattern("0003 +exact");
  }
}
