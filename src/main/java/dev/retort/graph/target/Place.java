package dev.retort.graph.target;

import dev.retort.revision.RevisionId;
import java.util.Optional;

/**
 * Where a walk can be: at a revision, before anything, or at the bottom after walking down to it.
 */
sealed interface Place {

  /** The revision, where it is one. */
  default Optional<RevisionId> revision() {
    return switch (this) {
      case At(RevisionId id) -> Optional.of(id);
      case Nothing nothing -> Optional.empty();
      case Base base -> Optional.empty();
    };
  }

  /** At a revision. */
  record At(RevisionId id) implements Place {}

  /** Nothing: where a walk up begins with the bases, and a walk down with the heads. */
  record Nothing() implements Place {}

  /** Below a base, reached by walking down. */
  record Base() implements Place {}
}
