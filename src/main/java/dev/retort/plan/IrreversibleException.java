package dev.retort.plan;

import dev.retort.problem.RetortException;
import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A downgrade would go through revisions that have no way back. */
public final class IrreversibleException extends RetortException {
  private static final long serialVersionUID = 1L;

  /**
   * A refusal.
   *
   * @param reasons the authors' reasons, one for each revision; empty where none is given
   */
  IrreversibleException(List<RevisionId> revisions, List<String> reasons) {
    super(
        Kind.REFUSED,
        "irreversible",
        "There is no way back from %s%s"
            .formatted(
                revisions.stream().map(RevisionId::value).collect(Collectors.joining(", ")),
                said(reasons)),
        "Write a downgrade section for it, restore a backup, or stamp if the schema has been put"
            + " back by hand.",
        Map.of("revisions", revisions.stream().map(RevisionId::value).toList(), "reasons", reasons),
        List.of(),
        null);
  }

  private static String said(List<String> reasons) {
    String words =
        reasons.stream().filter(reason -> !reason.isEmpty()).collect(Collectors.joining("; "));
    return words.isEmpty() ? "" : ": " + words;
  }
}
