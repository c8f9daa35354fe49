package dev.retort.plan;

import dev.retort.revision.RevisionId;
import java.util.Optional;

/**
 * Something the reader of a plan should know, in words: an unusual consequence of the target, a
 * {@code BEGIN} that was left out, a downgrade that is missing.
 *
 * @param code stable, in kebab case
 * @param text one or two sentences
 * @param revision the step it is about, if it is about one
 */
public record Note(String code, String text, Optional<RevisionId> revision) {
  static final String NEEDS_AUTOCOMMIT = "needs-autocommit";
  static final String IRREVERSIBLE = "irreversible";

  /** A step would apply a template: see {@link NotFilledInException}. */
  public static final String NOT_FILLED_IN = "not-filled-in";

  /** A step goes down through a revision that has no way back. */
  static Note irreversible(RevisionId revision, String reason) {
    return new Note(
        IRREVERSIBLE,
        "There is no way back from " + revision + (reason.isEmpty() ? "" : ": " + reason),
        Optional.of(revision));
  }
}
