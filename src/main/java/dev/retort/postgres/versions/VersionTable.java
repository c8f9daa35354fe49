package dev.retort.postgres.versions;

import java.util.Optional;

/**
 * Which table holds the heads, as configured.
 *
 * @param name not quoted, by case; {@code alembic_version} unless configured otherwise
 * @param schema where it is; if absent, where the search path finds it, or else would make it
 */
public record VersionTable(String name, Optional<String> schema) {
  private static final String DEFAULT_NAME = "alembic_version";

  /** Refuses a blank name; a blank schema is none. */
  public VersionTable {
    if (name.isBlank()) {
      throw new IllegalArgumentException("the version table needs a name");
    }
    schema = schema.filter(text -> !text.isBlank());
  }

  /** Alembic's own: {@code alembic_version}, found by the search path. */
  public static VersionTable standard() {
    return new VersionTable(DEFAULT_NAME, Optional.empty());
  }
}
