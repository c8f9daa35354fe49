package dev.retort.profile.project;

import dev.retort.profile.file.LimitSettings;
import dev.retort.profile.file.TomlTable;
import dev.retort.profile.project.Migrations.RevisionIds;
import dev.retort.profile.project.Migrations.Scope;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads the {@code [migrations]} table. */
final class MigrationsTable {
  static final String LOCATION = "migrations";

  private static final Map<String, RevisionIds> IDS =
      Map.of("sequential", RevisionIds.SEQUENTIAL, "hex", RevisionIds.HEX);

  private static final Map<String, Scope> SCOPES =
      Map.of("per-revision", Scope.PER_REVISION, "whole-run", Scope.WHOLE_RUN);

  /** PostgreSQL cuts longer names off, and would then look for another table than was made. */
  private static final int LONGEST_NAME = 63;

  private final Path root;
  private final TomlTable table;

  MigrationsTable(Path root, TomlTable table) {
    this.root = root;
    this.table = table;
  }

  Migrations read() {
    List<Path> locations =
        paths("locations", Files::isDirectory, "folder")
            .filter(given -> !given.isEmpty())
            .orElse(List.of(root.resolve(LOCATION)));
    Migrations migrations =
        new Migrations(
            locations,
            paths("baseline", Files::exists, "file or folder").orElse(List.of()),
            name("version-table").orElse(Migrations.VERSION_TABLE),
            name("version-table-schema"),
            fileName().orElse(Migrations.FILE_NAME),
            table.choice("revision-id", IDS).orElse(RevisionIds.SEQUENTIAL),
            path("schema", table.text("schema").orElse(Migrations.SCHEMA))
                .orElse(root.resolve(Migrations.SCHEMA)),
            LimitSettings.read(table),
            table.choice("transaction", SCOPES).orElse(Scope.PER_REVISION));
    table.end();
    return migrations;
  }

  private Optional<List<Path>> paths(String key, Predicate<Path> exists, String what) {
    return table.texts(key).map(texts -> existing(key, texts, exists, what));
  }

  private List<Path> existing(String key, List<String> texts, Predicate<Path> exists, String what) {
    List<Path> paths = new ArrayList<>();
    if (texts.isEmpty() && key.equals("locations")) {
      table.error("bad-value", "locations is empty.", "Name a folder, as [\"migrations\"].", key);
    }
    for (String text : texts) {
      Optional<Path> path = path(key, text);
      path.ifPresent(paths::add);
      if (path.isPresent() && !exists.test(path.get())) {
        table.error(
            "missing-path",
            key + " names “" + text + "”, but there is no such " + what + ".",
            "Make it, or correct the path; it is relative to " + root + ".",
            key);
      }
    }
    return paths;
  }

  private Optional<Path> path(String key, String text) {
    try {
      return Optional.of(root.resolve(text).normalize());
    } catch (InvalidPathException e) {
      table.error("bad-value", key + " is not a path.", "Write a path, with slashes.", key);
      return Optional.empty();
    }
  }

  private Optional<String> name(String key) {
    Optional<String> name = table.text(key);
    if (name.isPresent()
        && name.get().getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_NAME) {
      table.error(
          "bad-value",
          key + " is longer than the " + LONGEST_NAME + " bytes PostgreSQL allows a name.",
          "Choose a shorter one.",
          key);
      return Optional.empty();
    }
    return name;
  }

  private Optional<String> fileName() {
    Optional<String> name = table.text("file-name");
    if (name.isPresent()
        && (!name.get().contains("{id}") || !isPlain(name.get()) || !isSql(name.get()))) {
      table.error(
          "bad-value",
          "file-name makes no usable file names.",
          "It needs {id} in it and .sql (not .up.sql or .down.sql) at its end, names no folder, and"
              + " does not begin with a point, as \""
              + Migrations.FILE_NAME
              + "\".",
          "file-name");
      return Optional.empty();
    }
    return name;
  }

  private static boolean isPlain(String name) {
    return !name.contains("/") && !name.contains("\\") && !name.startsWith(".");
  }

  private static boolean isSql(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".sql") && !lower.endsWith(".up.sql") && !lower.endsWith(".down.sql");
  }
}
