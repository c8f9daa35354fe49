package dev.retort.ui.author;

import dev.retort.engine.squash.Squashed;
import dev.retort.revision.RevisionId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Several revisions as one, proved, and what is known against putting it in their place.
 *
 * @param uncommitted files that would be deleted and that no history has as they are
 * @param elsewhere databases that, by this machine's log, were in the midst of them, and what of
 *     them they had
 */
record SquashProof(
    Squashed squashed, List<Path> uncommitted, Map<String, Set<RevisionId>> elsewhere) {
  /** Copies what is changeable. */
  SquashProof {
    uncommitted = List.copyOf(uncommitted);
    elsewhere = Map.copyOf(elsewhere);
  }
}
