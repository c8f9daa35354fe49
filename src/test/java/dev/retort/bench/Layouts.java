package dev.retort.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The same changes in the form that each tool reads. */
final class Layouts {
  private final Path root;

  /** Below a folder that is made anew. */
  Layouts(Path root) {
    this.root = root;
  }

  Path retort(int size) throws IOException {
    List<Change> changes = Change.first(size);
    Path folder = root.resolve("retort-" + size);
    if (Files.exists(folder)) {
      return folder;
    }
    Files.createDirectories(folder);
    for (Change change : changes) {
      Files.writeString(
          folder.resolve(change.id() + "_part.sql"),
          """
          -- add part %d
          --
          -- Revision ID: %s
          -- Revises: %s
          -- Create Date: 2026-01-01 00:00:00+00:00

          -- @upgrade
          %s

          -- @downgrade
          %s
          """
              .formatted(
                  change.number(),
                  change.id(),
                  change.before(),
                  statements(change.upgrade()),
                  statements(change.downgrade())));
    }
    return folder;
  }

  /** The same revisions, but for a statement that nobody has seen yet in the first of them. */
  Path salted(int size, String salt) throws IOException {
    Path plain = retort(size);
    Path folder = root.resolve("retort-" + size + "-" + salt.replace(' ', '-'));
    copy(plain, folder);
    Path first = folder.resolve(Change.first(1).getFirst().id() + "_part.sql");
    String text = Files.readString(first);
    Files.writeString(
        first, text.replace("-- @upgrade\n", "-- @upgrade\nSELECT '" + salt + "';\n"));
    return folder;
  }

  /** A copy of a project, but for a statement that nobody has seen yet in its baseline. */
  Path saltedProject(Path project, String salt) throws IOException {
    Path folder = root.resolve("project-" + salt.replace(' ', '-'));
    copy(project, folder);
    try (Stream<Path> scripts = Files.walk(folder.resolve("legacy"))) {
      Path first =
          scripts.filter(path -> path.toString().endsWith(".sql")).sorted().findFirst().get();
      Files.writeString(first, Files.readString(first) + "\nSELECT '" + salt + "';\n");
    }
    return folder;
  }

  /** How many revisions a folder has. */
  static int count(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return (int) files.filter(path -> path.toString().endsWith(".sql")).count();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  /** One transaction a revision, with the version row that Alembic would write. */
  Path psql(int size) throws IOException {
    List<Change> changes = Change.first(size);
    StringBuilder script =
        new StringBuilder(
            "CREATE TABLE alembic_version (version_num varchar(32) NOT NULL PRIMARY KEY);\n");
    for (Change change : changes) {
      script.append("BEGIN;\n").append(statements(change.upgrade())).append('\n');
      script.append(
          change.before().isEmpty()
              ? "INSERT INTO alembic_version (version_num) VALUES ('%s');\n".formatted(change.id())
              : "UPDATE alembic_version SET version_num = '%s' WHERE version_num = '%s';\n"
                  .formatted(change.id(), change.before()));
      script.append("COMMIT;\n");
    }
    return Files.writeString(root.resolve("psql-" + size + ".sql"), script);
  }

  Path alembic(int size) throws IOException {
    List<Change> changes = Change.first(size);
    Path folder = root.resolve("alembic-" + size);
    if (Files.exists(folder)) {
      return folder;
    }
    Path versions = Files.createDirectories(folder.resolve("script/versions"));
    Files.writeString(
        folder.resolve("alembic.ini"), "[alembic]\nscript_location = %(here)s/script\n");
    Files.writeString(
        folder.resolve("script/env.py"),
        """
        import os
        from alembic import context
        from sqlalchemy import create_engine

        if context.is_offline_mode():
            context.configure(dialect_name="postgresql", transaction_per_migration=True)
            with context.begin_transaction():
                context.run_migrations()
        else:
            with create_engine(os.environ["BENCH_URL"]).connect() as connection:
                context.configure(connection=connection, transaction_per_migration=True)
                with context.begin_transaction():
                    context.run_migrations()
        """);
    for (Change change : changes) {
      Files.writeString(
          versions.resolve(change.id() + "_part.py"),
          """
          \"""add part %d

          Revision ID: %s
          Revises: %s
          Create Date: 2026-01-01 00:00:00

          \"""
          from alembic import op

          revision = "%s"
          down_revision = %s
          branch_labels = None
          depends_on = None


          def upgrade():
          %s


          def downgrade():
          %s
          """
              .formatted(
                  change.number(),
                  change.id(),
                  change.before(),
                  change.id(),
                  change.before().isEmpty() ? "None" : '"' + change.before() + '"',
                  calls(change.upgrade()),
                  calls(change.downgrade())));
    }
    return folder;
  }

  Path flyway(int size) throws IOException {
    List<Change> changes = Change.first(size);
    Path folder = Files.createDirectories(root.resolve("flyway-" + size));
    for (Change change : changes) {
      Files.writeString(
          folder.resolve("V" + change.id() + "__part.sql"), statements(change.upgrade()) + "\n");
    }
    return folder;
  }

  Path liquibase(int size) throws IOException {
    List<Change> changes = Change.first(size);
    Path folder = Files.createDirectories(root.resolve("liquibase-" + size));
    StringBuilder log = new StringBuilder("--liquibase formatted sql\n");
    for (Change change : changes) {
      log.append("\n--changeset bench:").append(change.id()).append('\n');
      log.append(statements(change.upgrade())).append('\n');
    }
    Files.writeString(folder.resolve("changelog.sql"), log);
    return folder;
  }

  private static String statements(List<String> sql) {
    return String.join(";\n", sql) + ";";
  }

  private static String calls(List<String> sql) {
    return sql.stream()
        .map(one -> "    op.execute(\"\"\"" + one + "\"\"\")")
        .collect(Collectors.joining("\n"));
  }
}
