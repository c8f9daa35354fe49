package dev.retort.graph.target;

import dev.retort.revision.RevisionId;

/**
 * Where a walk can be: at a revision, before anything, or at the bottom after walking down to it.
 */
sealed interface Place {
  /** At a revision. */
  record At(RevisionId id) implements Place {}

  /** Nothing: where a walk up begins with the bases, and a walk down with the heads. */
  record Nothing() implements Place {}

  /** Below a base, reached by walking down. */
  record Base() implements Place {}
}
