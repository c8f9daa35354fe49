package dev.retort.profile.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.profile.ProfileException;
import dev.retort.profile.project.ProjectConfig.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectLoaderTest {
  @TempDir Path top;

  @Test
  void theNearestFolderCounts() throws IOException {
    Path inner = folder("a/b/c");
    write("retort.toml");
    assertEquals(Optional.of(top.resolve("retort.toml")), ProjectLoader.find(inner).file());
    write("a/alembic.ini");
    assertEquals(Optional.of(top.resolve("a/alembic.ini")), ProjectLoader.find(inner).file());
    write("a/b/db/retort.toml");
    ProjectConfig nearest = ProjectLoader.find(inner);
    assertEquals(Optional.of(top.resolve("a/b/db/retort.toml")), nearest.file());
    assertEquals(top.resolve("a/b/db"), nearest.root());
  }

  @Test
  void inOneFolderItsOwnFileComesFirst() throws IOException {
    write("alembic.ini");
    assertEquals(Kind.ALEMBIC, ProjectLoader.find(top).kind());
    write("db/retort.toml");
    assertEquals(Optional.of(top.resolve("db/retort.toml")), ProjectLoader.find(top).file());
    write("retort.toml");
    assertEquals(Optional.of(top.resolve("retort.toml")), ProjectLoader.find(top).file());
  }

  @Test
  void aConfigurationAboveComesBeforeSqlFilesHere() throws IOException {
    write("retort.toml");
    Path migrations = folder("migrations");
    write("migrations/0001_x.sql");
    assertEquals(Kind.RETORT, ProjectLoader.find(migrations).kind());
    assertEquals(Kind.FOLDER, ProjectLoader.in(migrations).kind(), "-C names exactly this folder");
  }

  @Test
  void aFolderOfSqlFilesIsAProject() throws IOException {
    Path bare = folder("bare");
    assertEquals("no-project", code(bare));
    write("bare/0001_x.sql");
    ProjectConfig project = ProjectLoader.find(bare);
    assertEquals(Kind.FOLDER, project.kind());
    assertEquals(List.of(bare), project.migrations().locations());
    assertEquals(Optional.empty(), project.file());
    assertEquals("alembic_version", project.migrations().versionTable());
  }

  @Test
  void sqlFilesOfWhichNoneIsARevisionAreNoProject() throws IOException {
    Path scratch = folder("scratch");
    write("scratch/dump.sql", "-- PostgreSQL database dump\nCREATE TABLE t ();\n");
    write("scratch/.hidden.sql", "-- Revision ID: 0001\n");
    write("scratch/query.sql", "SELECT '-- Revision ID: 1' AS x; -- @upgrade\n");
    assertEquals("no-project", code(scratch));
    ProfileException e = assertThrows(ProfileException.class, () -> ProjectLoader.find(scratch));
    assertTrue(e.hint().contains("retort init"), e.hint());
    write("scratch/one.sql", "\uFEFF-- what it does\n--\n-- revision id: a1\n");
    assertEquals(Kind.FOLDER, ProjectLoader.in(scratch).kind(), "the others are its problems");
  }

  @Test
  void aMarkOrANumberMakesARevisionAsWell() throws IOException {
    for (String mark : List.of("-- @upgrade", "-- migrate:up", "-- +goose Up", "-- Revises:")) {
      write("marked/any.sql", mark + "\nSELECT 1;\n");
      assertEquals(Kind.FOLDER, ProjectLoader.in(top.resolve("marked")).kind(), mark);
    }
    write("numbered/0001_x.sql", "not SQL at all");
    assertEquals(Kind.FOLDER, ProjectLoader.in(top.resolve("numbered")).kind());
  }

  @Test
  void foldersOfOneRevisionEachAreAProjectToo() throws IOException {
    write("bare/2025-01-08-091244_x/up.sql");
    assertEquals(Kind.FOLDER, ProjectLoader.in(top.resolve("bare")).kind());
  }

  @Test
  void aFileOrAFolderCanBeNamed() throws IOException {
    write("db/retort.toml");
    assertEquals(top.resolve("db"), ProjectLoader.in(top.resolve("db/retort.toml")).root());
    assertEquals(top.resolve("db"), ProjectLoader.in(top.resolve("db")).root());
    assertEquals(top.resolve("db"), ProjectLoader.in(top).root());
  }

  @Test
  void whatIsNotThereIsSaidSo() throws IOException {
    assertEquals("no-such-folder", code(top.resolve("nowhere")));
    write("notes.txt");
    assertEquals("no-project", code(top.resolve("notes.txt")));
    ProfileException e = assertThrows(ProfileException.class, () -> ProjectLoader.in(top));
    assertTrue(e.hint().contains("retort init"), e.hint());
  }

  private static String code(Path folder) {
    return assertThrows(ProfileException.class, () -> ProjectLoader.in(folder)).code();
  }

  private Path folder(String path) throws IOException {
    return Files.createDirectories(top.resolve(path));
  }

  private void write(String path) throws IOException {
    write(path, "");
  }

  private void write(String path, String text) throws IOException {
    Path file = top.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
