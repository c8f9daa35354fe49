package dev.retort.graph;

import dev.retort.revision.RevisionId;
import java.util.List;

/**
 * Two revisions asked for together, one of which has the others among its ancestors.
 *
 * @param one the one above
 * @param others those below it, in the order asked for
 */
public record Overlap(RevisionId one, List<RevisionId> others) {

  /** Copies the list. */
  public Overlap {
    others = List.copyOf(others);
  }
}
