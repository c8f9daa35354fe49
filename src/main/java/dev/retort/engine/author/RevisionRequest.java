package dev.retort.engine.author;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A new revision as asked for.
 *
 * @param heads what it revises, as targets: the one head, base, ids, the head of a branch
 * @param splice whether it may revise what is not a head, and so begin a branch
 * @param branchLabels labels it carries
 * @param dependsOn what it depends on: ids, beginnings of ids, or branch labels
 * @param id its id; one is made up where absent
 * @param folder where its file goes, if the project has several folders; absolute
 */
public record RevisionRequest(
    String message,
    List<String> heads,
    boolean splice,
    List<String> branchLabels,
    List<String> dependsOn,
    Optional<String> id,
    Optional<Path> folder) {

  /** Copies the lists. */
  public RevisionRequest {
    heads = List.copyOf(heads);
    branchLabels = List.copyOf(branchLabels);
    dependsOn = List.copyOf(dependsOn);
  }

  /** A revision on top of the one head. */
  public static RevisionRequest onHead(String message) {
    return new RevisionRequest(
        message, List.of("head"), false, List.of(), List.of(), Optional.empty(), Optional.empty());
  }
}
