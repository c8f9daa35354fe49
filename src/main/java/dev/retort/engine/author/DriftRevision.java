package dev.retort.engine.author;

import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import java.util.List;

/**
 * The revision that makes of other databases what one is already; proved on a shadow, and not
 * written yet. It may take several: a value that is added to an enum can be used only when that is
 * committed, on the way there and on the way back.
 *
 * @param drafts in the order in which they are applied
 * @param remarks what the reader is to know of the proof
 */
public record DriftRevision(List<Prepared> drafts, List<String> remarks) {
  /** What it is called where nobody says anything better. */
  public static final String MESSAGE = "take over what was changed by hand";

  /** Copies the lists. */
  public DriftRevision {
    drafts = List.copyOf(drafts);
    remarks = List.copyOf(remarks);
  }

  /** The revisions, as their files will have them. */
  public List<Revision> revisions() {
    return drafts.stream().map(Prepared::revision).toList();
  }

  /** What a database that has it all already is to be stamped with. */
  public RevisionId last() {
    return drafts.getLast().revision().id();
  }
}
