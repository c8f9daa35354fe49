package dev.retort.revision;

import dev.retort.problem.Problem;
import java.util.List;

/**
 * What a project's folders hold.
 *
 * @param revisions every revision that could be read, in load order: folder by folder as
 *     configured, each sorted by file name; a duplicate id is in the list twice
 * @param problems everything wrong with single files, all of it
 */
public record RevisionSet(List<Revision> revisions, List<Problem> problems) {

  /** Copies the lists. */
  public RevisionSet {
    revisions = List.copyOf(revisions);
    problems = List.copyOf(problems);
  }
}
