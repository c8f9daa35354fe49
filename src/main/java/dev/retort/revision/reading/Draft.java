package dev.retort.revision.reading;

import dev.retort.problem.Problem;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.WayBack;
import java.util.List;
import java.util.Optional;

/**
 * What one entry alone says, before it is known which others stand beside it.
 *
 * @param entry where it was read from
 * @param id from the header or the name; absent where neither has one
 * @param idLine the line of the id in the file; 0 where it comes from the name
 * @param revises what it revises; absent where its place in the folder decides
 * @param contents all else; absent where the file could not be read
 * @param problems what is wrong with it
 */
record Draft(
    Entry entry,
    Optional<RevisionId> id,
    int idLine,
    Optional<List<RevisionId>> revises,
    Optional<Contents> contents,
    List<Problem> problems) {

  /** The parts of a revision that its own files have. */
  record Contents(
      List<String> branchLabels,
      List<String> dependsOn,
      String message,
      Optional<String> createDate,
      Script upgrade,
      WayBack wayBack,
      Optional<Script> verify) {}
}
