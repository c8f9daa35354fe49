package dev.retort.turns;

import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A folder that is a project of Alembic's and of Retort's: an {@code alembic.ini} whose scripts are
 * Python, a {@code retort.toml} whose locations hold SQL, and in both the same revisions.
 */
final class TurnsProject {
  private final Path folder;

  private TurnsProject(Path folder) {
    this.folder = folder;
  }

  /** One with the usual settings. */
  static TurnsProject in(Path folder) {
    return in(folder, List.of(), List.of());
  }

  /**
   * One with settings of its own.
   *
   * @param ini more lines of alembic.ini
   * @param toml more lines of retort.toml
   */
  static TurnsProject in(Path folder, List<String> ini, List<String> toml) {
    try {
      Files.createDirectories(folder.resolve("alembic/versions"));
      Files.createDirectories(folder.resolve("migrations"));
      Files.writeString(
          folder.resolve("alembic.ini"),
          "[alembic]\nscript_location = %(here)s/alembic\n" + lines(ini));
      Files.writeString(
          folder.resolve("retort.toml"),
          "[migrations]\nlocations = [\"migrations\"]\n" + lines(toml));
      AlembicSide.copy("env.py", folder.resolve("alembic/env.py"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TurnsProject(folder);
  }

  private static String lines(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  Path folder() {
    return folder;
  }

  /** Writes revisions that leave a trace, in load order. */
  TurnsProject with(List<Revision> revisions) {
    for (int number = 0; number < revisions.size(); number++) {
      Revision revision = revisions.get(number);
      write(number, revision, trace(revision.id(), "upgrade"), trace(revision.id(), "downgrade"));
    }
    return this;
  }

  /**
   * SQL that leaves a trace of itself. It works whatever the schema, since stamps let the version
   * table and the schema part.
   */
  private static String trace(RevisionId id, String direction) {
    String table =
        direction.equals("upgrade")
            ? "CREATE TABLE IF NOT EXISTS public.t_" + id + " (id int)"
            : "DROP TABLE IF EXISTS public.t_" + id;
    return table
        + ";\nINSERT INTO public.trace (revision, direction) VALUES ('%s', '%s')"
            .formatted(id, direction);
  }

  /**
   * Writes one revision as Python and as SQL, with the same statements.
   *
   * @param number its place in load order
   */
  TurnsProject write(int number, Revision revision, String upgrade, String downgrade) {
    try {
      String name = "%04d_%s".formatted(number + 1, revision.id());
      Files.writeString(
          folder.resolve("alembic/versions/" + name + ".py"), python(revision, upgrade, downgrade));
      Files.writeString(
          folder.resolve("migrations/" + name + ".sql"), sql(revision, upgrade, downgrade));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private static String python(Revision revision, String upgrade, String downgrade) {
    return """
    \"""doc %1$s\"""
    from alembic import op

    revision = "%1$s"
    down_revision = %2$s
    branch_labels = %3$s
    depends_on = %4$s

    def upgrade():
        op.execute(\"""%5$s\""")

    def downgrade():
        op.execute(\"""%6$s\""")
    """
        .formatted(
            revision.id(),
            tuple(revision.downRevisions().stream().map(RevisionId::value).toList()),
            tuple(revision.branchLabels()),
            tuple(revision.dependsOn()),
            upgrade,
            downgrade);
  }

  private static String tuple(List<String> items) {
    return items.isEmpty()
        ? "None"
        : items.stream().map(item -> '"' + item + "\",").collect(Collectors.joining(" ", "(", ")"));
  }

  private static String sql(Revision revision, String upgrade, String downgrade) {
    return """
    -- doc %s
    --
    -- Revision ID: %s
    -- Revises: %s
    -- Branch Labels: %s
    -- Depends On: %s

    -- @upgrade
    %s;

    -- @downgrade
    %s;
    """
        .formatted(
            revision.id(),
            revision.id(),
            revision.downRevisions().stream()
                .map(RevisionId::value)
                .collect(Collectors.joining(", ")),
            String.join(", ", revision.branchLabels()),
            String.join(", ", revision.dependsOn()),
            upgrade,
            downgrade);
  }
}
