package dev.retort.engine.author;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes a new project: its configuration, its folder of revisions, a page that explains them. */
public final class NewProject {
  private static final String CONFIG =
      """
      # How this project keeps and runs its database migrations.
      # Paths are relative to this file. Never put a password here: this file is checked in.

      [migrations]
      locations = ["migrations"]
      # baseline = ["legacy"]             # SQL from before the first revision, for the sandbox
      # version-table = "alembic_version"
      # file-name = "{id}_{slug}.sql"
      # revision-id = "sequential"        # or "hex", as Alembic's
      # lock-timeout = "5s"               # how long a statement waits for a lock
      # lock-retries = 3                  # how often a step that met a lock is tried again
      # transaction = "per-revision"      # or "whole-run"

      # [profiles.staging]
      # url = "postgresql://deploy@db.staging.example/app?sslmode=verify-full"
      # environment = "staging"           # or "development", "production"
      """;

  private static final String README =
      """
      # Database migrations

      One file in `migrations/` is one revision: plain SQL with an upgrade and a downgrade section.
      Revisions form a graph; the table `alembic_version` says where a database is on it.

      | to | run |
      |---|---|
      | add a revision | `retort revision -m "add orders"`, then write its SQL |
      | see what would run | `retort plan upgrade head` |
      | run it | `retort upgrade head` |
      | go one back | `retort downgrade -1` |
      | see where the database is | `retort current`, `retort history -i` |

      A database that has a schema already: write that down as the baseline, `retort -p NAME schema -o
      baseline.sql`, and name the file as `baseline` in `retort.toml`. Then every revision stands on it,
      `retort drift` says whether the two agree, and `retort identify` which revision a database is at,
      to be noted there with `retort stamp`.

      Without `--profile` or `--url`, everything happens on a sandbox: an embedded PostgreSQL of your
      own, which `retort sandbox reset` empties.
      """;

  private NewProject() {}

  /**
   * Makes a project in a folder, which is made if it is missing.
   *
   * @return the files that were written
   * @throws AuthoringException if there is a project already; nothing is changed then
   */
  public static List<Path> in(Path folder) {
    Path config = folder.resolve("retort.toml");
    if (Files.exists(config)) {
      throw new AuthoringException(
          "already-a-project",
          "There is a project already: " + config + ".",
          "Choose another folder, or go on in this one.",
          Map.of("file", config.toString()));
    }
    Path readme = folder.resolve("README.md");
    Path keep = folder.resolve("migrations").resolve(".gitkeep");
    List<Path> written = new ArrayList<>();
    try {
      Files.createDirectories(keep.getParent());
      write(config, CONFIG, written);
      write(keep, "", written);
      write(readme, README, written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(written);
  }

  /** Writes a file, and leaves one that is there alone. */
  private static void write(Path file, String text, List<Path> written) throws IOException {
    if (Files.notExists(file)) {
      Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
      written.add(file);
    }
  }
}
