package dev.retort.profile.project;

import dev.retort.profile.RunLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a project keeps and runs its revisions: the {@code [migrations]} table.
 *
 * @param locations folders with revision files, absolute, in the order given; never empty
 * @param baseline folders or files with the SQL that existed before the first revision
 * @param versionTable the version table's name
 * @param versionTableSchema its schema; absent for the first schema of the search path
 * @param fileName the template for new files' names, for example {@code {id}_{slug}.sql}
 * @param schema the file with the declared schema, whether it exists or not
 * @param limits how long its runs wait and how often they try again, where it says
 */
public record Migrations(
    List<Path> locations,
    List<Path> baseline,
    String versionTable,
    Optional<String> versionTableSchema,
    String fileName,
    RevisionIds revisionIds,
    Path schema,
    RunLimits limits,
    Scope scope) {

  /** How new revisions are numbered. */
  public enum RevisionIds {
    /** One more than the highest number so far: {@code 0007}. */
    SEQUENTIAL,
    /** Twelve random hexadecimal digits, as Alembic's. */
    HEX
  }

  /** What one transaction spans. */
  public enum Scope {
    PER_REVISION,
    WHOLE_RUN
  }

  static final String VERSION_TABLE = "alembic_version";
  static final String FILE_NAME = "{id}_{slug}.sql";
  static final String SCHEMA = "schema.sql";

  /** Copies the lists. */
  public Migrations {
    locations = List.copyOf(locations);
    baseline = List.copyOf(baseline);
  }

  /** All defaults, for revisions in one folder. */
  static Migrations in(Path root, Path location, RevisionIds revisionIds) {
    return new Migrations(
        List.of(location),
        List.of(),
        VERSION_TABLE,
        Optional.empty(),
        FILE_NAME,
        revisionIds,
        root.resolve(SCHEMA),
        RunLimits.NONE,
        Scope.PER_REVISION);
  }
}
