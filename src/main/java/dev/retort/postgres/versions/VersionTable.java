package dev.retort.postgres.versions;

import dev.retort.revision.RevisionId;
import java.util.Optional;

/**
 * Which table holds the heads, as configured.
 *
 * @param name not quoted, by case; {@code alembic_version} unless configured otherwise
 * @param schema where it is; if absent, where the search path finds it, or else would make it
 * @param room for how many characters an id gets room where the table has to be made
 */
public record VersionTable(String name, Optional<String> schema, int room) {
  private static final String DEFAULT_NAME = "alembic_version";

  /** Refuses a blank name; a blank schema is none. */
  public VersionTable {
    if (name.isBlank()) {
      throw new IllegalArgumentException("the version table needs a name");
    }
    schema = schema.filter(text -> !text.isBlank());
  }

  /** A table with room for ids of the length that Alembic's has. */
  public VersionTable(String name, Optional<String> schema) {
    this(name, schema, RevisionId.USUAL_ROOM);
  }

  /** The same, to be made with room for longer ids. */
  public VersionTable withRoom(int characters) {
    return new VersionTable(name, schema, characters);
  }

  /** Alembic's own: {@code alembic_version}, found by the search path. */
  public static VersionTable standard() {
    return new VersionTable(DEFAULT_NAME, Optional.empty());
  }
}
