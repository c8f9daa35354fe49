package dev.retort.engine;

import dev.retort.problem.RetortException;
import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A database's version table has no room for ids that a plan would write into it. */
public final class LongIdException extends RetortException {
  private static final long serialVersionUID = 1L;

  /**
   * Ids that do not fit.
   *
   * @param ids one or more
   * @param table the version table's name, as SQL needs it
   * @param room how many characters its column takes
   */
  public LongIdException(List<RevisionId> ids, String table, int room) {
    super(
        Kind.INPUT,
        "revision-id-too-long",
        "The version table %s has room for %d characters, and %s."
            .formatted(
                table,
                room,
                ids.stream()
                    .map(id -> "'" + id + "' has " + id.length())
                    .collect(Collectors.joining(", "))),
        "Give the revision a shorter id, or widen the column: ALTER TABLE %s ALTER COLUMN version_num TYPE varchar(%d)."
            .formatted(table, ids.stream().mapToInt(RevisionId::length).max().orElse(room)),
        Map.of("revisions", ids.stream().map(RevisionId::value).toList(), "room", room),
        List.of(),
        null);
  }
}
