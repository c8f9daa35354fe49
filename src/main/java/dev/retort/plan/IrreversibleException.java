package dev.retort.plan;

import dev.retort.problem.RetortException;
import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A downgrade would go through revisions that have no way back. */
public final class IrreversibleException extends RetortException {
  private static final long serialVersionUID = 1L;

  private IrreversibleException(List<Note> notes) {
    super(
        Kind.REFUSED,
        "irreversible",
        notes.stream().map(Note::text).collect(Collectors.joining(". ")) + ".",
        "Write a downgrade section for it, restore a backup, or stamp if the schema has been put"
            + " back by hand.",
        Map.of(
            "revisions",
            notes.stream()
                .flatMap(note -> note.revision().stream())
                .map(RevisionId::value)
                .toList()),
        List.of(),
        null);
  }

  /**
   * Refuses a plan that goes down through a revision without a way back; it is for looking at only.
   */
  public static void check(Plan plan) {
    List<Note> notes =
        plan.notes().stream().filter(note -> note.code().equals(Note.IRREVERSIBLE)).toList();
    if (!notes.isEmpty()) {
      throw new IrreversibleException(notes);
    }
  }
}
