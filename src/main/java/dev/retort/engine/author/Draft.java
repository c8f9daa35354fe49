package dev.retort.engine.author;

import dev.retort.revision.RevisionId;
import java.nio.file.Path;
import java.util.List;

/**
 * A revision as it would be written.
 *
 * @param parents what it revises; none for a base
 * @param file where it would be written
 * @param text all of the file
 */
public record Draft(
    RevisionId id, String message, List<RevisionId> parents, Path file, String text) {

  /** Copies the list. */
  public Draft {
    parents = List.copyOf(parents);
  }
}
