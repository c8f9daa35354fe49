package dev.retort.profile.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.retort.problem.Problem;
import dev.retort.profile.ProfileException;
import dev.retort.profile.RunLimits;
import dev.retort.profile.project.Migrations.RevisionIds;
import dev.retort.profile.project.Migrations.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetortProjectTest {
  @TempDir Path root;

  @Test
  void anEmptyFileMeansTheDefaults() throws IOException {
    ProjectConfig project = read("");
    Migrations migrations = project.migrations();
    assertEquals(List.of(), project.problems());
    assertEquals(List.of(root.resolve("migrations")), migrations.locations());
    assertEquals(List.of(), migrations.baseline());
    assertEquals("alembic_version", migrations.versionTable());
    assertEquals(Optional.empty(), migrations.versionTableSchema());
    assertEquals("{id}_{slug}.sql", migrations.fileName());
    assertEquals(RevisionIds.SEQUENTIAL, migrations.revisionIds());
    assertEquals(root.resolve("schema.sql"), migrations.schema());
    assertEquals(RunLimits.NONE, migrations.limits());
    assertEquals(Scope.PER_REVISION, migrations.scope());
  }

  @Test
  void everySettingIsRead() throws IOException {
    Files.createDirectories(root.resolve("m1"));
    Files.createDirectories(root.resolve("m2"));
    Files.createDirectories(root.resolve("legacy/pre"));
    Migrations migrations =
        read("""
        [migrations]
        locations = ["m1", "./m2/"]
        baseline  = ["legacy/pre"]
        version-table = "versions"
        version-table-schema = "ops"
        file-name = "{year}_{id}_{slug}.sql"
        revision-id = "hex"
        schema = "all.sql"
        lock-timeout = "200ms"
        statement-timeout = "0"
        lock-wait = "5min"
        lock-retries = 7
        lock-retry-pause = "20s"
        network-timeout = "90s"
        transaction = "whole-run"
        """)
            .sound()
            .migrations();
    assertEquals(List.of(root.resolve("m1"), root.resolve("m2")), migrations.locations());
    assertEquals(List.of(root.resolve("legacy/pre")), migrations.baseline());
    assertEquals("versions", migrations.versionTable());
    assertEquals(Optional.of("ops"), migrations.versionTableSchema());
    assertEquals("{year}_{id}_{slug}.sql", migrations.fileName());
    assertEquals(RevisionIds.HEX, migrations.revisionIds());
    assertEquals(root.resolve("all.sql"), migrations.schema());
    assertEquals(
        new RunLimits(
            Optional.of(Duration.ofMillis(200)),
            Optional.of(Duration.ZERO),
            Optional.of(Duration.ofMinutes(5)),
            Optional.of(7),
            Optional.of(Duration.ofSeconds(20)),
            Optional.of(Duration.ofSeconds(90))),
        migrations.limits());
    assertEquals(Scope.WHOLE_RUN, migrations.scope());
  }

  @Test
  void allProblemsAreReportedAtOnceInFileOrderOfTheirTables() throws IOException {
    ProjectConfig project =
        read(
            """
            colour = "red"
            [migrations]
            locations = ["nowhere"]
            baseline = "nothing"
            version-table = 7
            file-name = "{slug}.sql"
            revision-id = "random"
            lock-timeout = "0"
            lock-retries = -1
            lock-wait = "soon"
            transaction = true
            lock-timout = "5s"
            [profiles.p]
            url = "postgresql://u:secret@h/d"
            """);
    assertEquals(
        List.of(1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14),
        project.problems().stream().map(Problem::line).sorted().toList());
    ProfileException e = assertThrows(ProfileException.class, project::sound);
    assertEquals("bad-configuration", e.code());
    assertEquals(project.problems(), e.problems());
    assertEquals(RunLimits.NONE, project.migrations().limits());
  }

  @Test
  void aWarningDoesNotStopAnybody() {
    ProjectConfig project = RetortProject.bare(root);
    assertEquals(project, project.sound());
  }

  @Test
  void aFileThatIsNoTomlIsReportedAndNothingElse() throws IOException {
    ProjectConfig project = read("[migrations\n");
    assertEquals(List.of("bad-toml"), project.problems().stream().map(Problem::code).toList());
  }

  /** The default location exists, so that only the file's own problems are found. */
  private ProjectConfig read(String text) throws IOException {
    Files.createDirectories(root.resolve("migrations"));
    return RetortProject.read(Files.writeString(root.resolve("retort.toml"), text));
  }
}
