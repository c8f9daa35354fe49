package dev.retort.profile.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.problem.Problem;
import dev.retort.profile.Secret;
import dev.retort.profile.file.ProfileDefinition;
import dev.retort.profile.project.Migrations.RevisionIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlembicProjectTest {
  @TempDir Path root;

  @BeforeEach
  void createFolders() throws IOException {
    for (String folder : List.of("alembic/versions", "one", "two three", "app/db/versions")) {
      Files.createDirectories(root.resolve(folder));
    }
  }

  @Test
  void whatAlembicInitWritesIsRead() throws IOException {
    ProjectConfig project =
        read(
            """
            # A generic, single database configuration.

            [alembic]
            script_location = %(here)s/alembic
            # file_template = %%(year)d_%%(month).2d-%%(rev)s_%%(slug)s
            prepend_sys_path = .
            path_separator = os
            sqlalchemy.url = driver://user:pass@localhost/dbname

            [post_write_hooks]

            [loggers]
            keys = root,sqlalchemy,alembic

            [formatter_generic]
            format = %(levelname)-5.5s [%(name)s] %(message)s
            """);
    assertEquals(List.of(), project.problems());
    assertEquals(List.of(root.resolve("alembic/versions")), project.migrations().locations());
    assertEquals(RevisionIds.HEX, project.migrations().revisionIds());
    assertEquals(List.of(), project.profiles());
  }

  @Test
  void severalLocationsAreSplitAsAlembicSplitsThem() throws IOException {
    List<Path> both = List.of(root.resolve("one"), root.resolve("two three"));
    assertEquals(both, locations("path_separator = ;", "one;%(here)s/two three"));
    assertEquals(both, locations("path_separator = os", "one:two three"));
    assertEquals(both, locations("version_path_separator = newline", "\n  one\n  two three"));
    List<Path> plain = List.of(root.resolve("one"), root.resolve("alembic"));
    assertEquals(plain, locations("path_separator = space", "one alembic"));
    assertEquals(plain, locations("", "one, alembic"));
  }

  @Test
  void aPackageStandsForItsFolder() throws IOException {
    assertEquals(
        List.of(root.resolve("app/db/versions")),
        read("[alembic]\nscript_location = app:db\n").migrations().locations());
  }

  @Test
  void urlsBecomeProfilesNamedAfterTheirSections() throws IOException {
    ProjectConfig project =
        read(
            """
            [DEFAULT]
            host = db.example
            [alembic]
            script_location: alembic
            sqlalchemy.url = postgresql+psycopg2://u:p%%40ss@%(host)s:5433/d
            [other]
            sqlalchemy.url = postgresql+asyncpg://u@h/d?ssl=require
            [third]
            sqlalchemy.url = sqlite:///x.db
            """);
    ProfileDefinition first = project.profiles().getFirst();
    assertEquals("alembic", first.name());
    assertEquals("postgresql://u@db.example:5433/d", first.options().toUrl());
    assertEquals(Optional.of("p@ss"), first.options().password().map(Secret::reveal));
    assertEquals(5, first.line());
    assertEquals(
        "postgresql://u@h/d?sslmode=require", project.profiles().getLast().options().toUrl());
    assertEquals(List.of(9), project.problems().stream().map(Problem::line).toList());
    assertFalse(project.problems().toString().contains("p@ss"));
  }

  @Test
  void fileTemplatesAreTranslated() throws IOException {
    assertEquals(
        "{year}_{month}_{day}-{id}_{slug}.sql",
        read("""
        [alembic]
        script_location = alembic
        file_template = %%(year)d_%%(month).2d_%%(day).2d-%%(rev)s_%%(slug)s
        """)
            .migrations()
            .fileName());
    assertEquals(Optional.empty(), FileTemplate.translate("%(unheard_of)s_%(rev)s"));
    assertEquals(Optional.empty(), FileTemplate.translate("%(slug)s"));
  }

  @Test
  void whatIsWrongHasItsLine() throws IOException {
    ProjectConfig project =
        read(
            """
            stray = 1
            [alembic]
            nonsense
            script_location = %(nowhere)s/alembic
            version_locations = gone
            """);
    List<Integer> lines = project.problems().stream().map(Problem::line).toList();
    assertTrue(lines.containsAll(List.of(1, 3, 4, 5)), project.problems().toString());
    assertEquals(
        List.of("missing-setting"), read("").problems().stream().map(Problem::code).toList());
  }

  private List<Path> locations(String separator, String value) throws IOException {
    ProjectConfig project =
        read(
            Stream.of(
                    "[alembic]",
                    "script_location = alembic",
                    separator,
                    "version_locations = " + value)
                .reduce("", (a, b) -> a + b + "\n"));
    assertEquals(List.of(), project.problems());
    return project.migrations().locations();
  }

  private ProjectConfig read(String text) throws IOException {
    return AlembicProject.read(Files.writeString(root.resolve("alembic.ini"), text));
  }
}
