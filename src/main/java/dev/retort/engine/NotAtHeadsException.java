package dev.retort.engine;

import dev.retort.problem.RetortException;
import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A database is not at all heads of its project: what {@code current --check-heads} looks for. */
public final class NotAtHeadsException extends RetortException {
  private static final long serialVersionUID = 1L;

  /** Where it is, and where it should be. */
  public NotAtHeadsException(List<RevisionId> at, List<RevisionId> heads) {
    super(
        Kind.FAILED,
        "not-at-heads",
        "Database is not on all head revisions: it is at "
            + words(at)
            + ", the heads are "
            + words(heads)
            + ".",
        "Upgrade it to heads.",
        Map.of("at", strings(at), "heads", strings(heads)),
        List.of(),
        null);
  }

  private static String words(List<RevisionId> ids) {
    return ids.isEmpty() ? "base" : String.join(", ", strings(ids));
  }

  private static List<String> strings(List<RevisionId> ids) {
    return ids.stream().map(RevisionId::value).collect(Collectors.toList());
  }
}
