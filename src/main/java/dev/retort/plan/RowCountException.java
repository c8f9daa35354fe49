package dev.retort.plan;

import dev.retort.problem.RetortException;
import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Map;

/** The version table has a row more than once, so no change of it could be checked. */
public final class RowCountException extends RetortException {
  private static final long serialVersionUID = 1L;

  RowCountException(RevisionId row, String doing, long found) {
    super(
        Kind.INPUT,
        "version-row",
        "Online migration expected to match one row when %s in 'alembic_version'; %d found"
            .formatted(doing, found),
        "The table lacks its primary key. Remove the repeated row, then: retort current.",
        Map.of("row", row.value(), "found", found),
        List.of(),
        null);
  }
}
