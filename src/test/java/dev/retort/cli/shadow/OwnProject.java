package dev.retort.cli.shadow;

import dev.retort.testing.CliRun;
import dev.retort.testing.PgDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small project of a test's own, with shadows on the test's server. */
final class OwnProject {
  private final Path folder;
  private final PgDatabase database;

  OwnProject(Path folder, PgDatabase database) {
    this.folder = folder;
    this.database = database;
  }

  /** A revision with a header; {@code revises} may be empty or several, with commas. */
  OwnProject revision(String id, String revises, String up, String down) {
    return file(
        id + ".sql",
        "-- doc %s\n--\n-- Revision ID: %s\n-- Revises: %s\n\n-- @upgrade\n%s\n\n-- @downgrade\n%s\n"
            .formatted(id, id, revises, up, down));
  }

  OwnProject file(String name, String text) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two branches on one revision: r0 ← a1 ← a2 and r0 ← b1 ← b2. */
  OwnProject twoBranches() {
    return revision("r0", "", "CREATE TABLE r0 (n int);", "DROP TABLE r0;")
        .revision("a1", "r0", "CREATE TABLE a1 (n int);", "DROP TABLE a1;")
        .revision("a2", "a1", "CREATE TABLE a2 (n int);", "DROP TABLE a2;")
        .revision("b1", "r0", "CREATE TABLE b1 (n int);", "DROP TABLE b1;")
        .revision("b2", "b1", "CREATE TABLE b2 (n int);", "DROP TABLE b2;");
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  CliRun cli(Path home) {
    return CliRun.in(folder, home)
        .on(database)
        .with(
            "RETORT_SHADOW_URL",
            "postgresql://postgres@localhost:" + database.port() + "/postgres");
  }
}
