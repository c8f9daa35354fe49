package dev.retort.profile.project;

import dev.retort.problem.Problem;
import dev.retort.profile.file.ProfileDefinition;
import dev.retort.profile.file.ProfileTables;
import dev.retort.profile.file.ProfileTables.Sharing;
import dev.retort.profile.file.TomlFile;
import dev.retort.profile.file.TomlTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code retort.toml}, or does without it. */
final class RetortProject {
  private RetortProject() {}

  /** The project of a configuration file; what is wrong with the file is among its problems. */
  static ProjectConfig read(Path file) {
    Path root = file.toAbsolutePath().normalize().getParent();
    if (root == null) {
      throw new IllegalArgumentException(file + " is in no folder");
    }
    List<Problem> problems = new ArrayList<>();
    TomlTable top = TomlFile.read(file, problems).top();
    Migrations migrations =
        top.table("migrations")
            .map(table -> new MigrationsTable(root, table).read())
            .orElseGet(() -> defaults(root));
    List<ProfileDefinition> profiles = new ProfileTables(Sharing.PROJECT).read(top);
    top.end();
    return new ProjectConfig(
        root, ProjectConfig.Kind.RETORT, Optional.of(file), migrations, profiles, problems);
  }

  /** A folder of revision files without configuration: it is its own location. */
  static ProjectConfig bare(Path folder) {
    return new ProjectConfig(
        folder,
        ProjectConfig.Kind.FOLDER,
        Optional.empty(),
        Migrations.in(folder, folder, Migrations.RevisionIds.SEQUENTIAL),
        List.of(),
        List.of());
  }

  private static Migrations defaults(Path root) {
    return Migrations.in(
        root, root.resolve(MigrationsTable.LOCATION), Migrations.RevisionIds.SEQUENTIAL);
  }
}
