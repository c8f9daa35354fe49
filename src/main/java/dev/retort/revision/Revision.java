package dev.retort.revision;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One migration, as its file has it. Says nothing about whether the revisions it names exist.
 *
 * @param id its identifier
 * @param downRevisions what it revises, in the order written; empty for a base
 * @param branchLabels labels given to its branch
 * @param dependsOn revision ids or branch labels it depends on, as written
 * @param message the first line of the header, or the file's name in words
 * @param createDate as written in the header
 * @param upgrade the way forward; its SQL may be empty (a merge)
 * @param wayBack the way back, or why there is none
 * @param verify queries that run at the end of the upgrade
 * @param file where it was read from; absent for revisions made in memory
 */
public record Revision(
    RevisionId id,
    List<RevisionId> downRevisions,
    List<String> branchLabels,
    List<String> dependsOn,
    String message,
    Optional<String> createDate,
    Script upgrade,
    WayBack wayBack,
    Optional<Script> verify,
    Optional<Path> file) {

  /** Copies the lists. */
  public Revision {
    downRevisions = List.copyOf(downRevisions);
    branchLabels = List.copyOf(branchLabels);
    dependsOn = List.copyOf(dependsOn);
  }
}
