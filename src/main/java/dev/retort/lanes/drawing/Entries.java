package dev.retort.lanes.drawing;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import java.util.HashSet;
import java.util.Set;

/** What a drawing says about each revision, whatever its format. */
final class Entries {
  private final RevisionGraph graph;
  private final Set<RevisionId> heads;
  private final Set<RevisionId> bases;

  Entries(RevisionGraph graph) {
    this.graph = graph;
    this.heads = new HashSet<>(graph.heads());
    this.bases = new HashSet<>(graph.bases());
  }

  TextRow.Entry of(RevisionId id, RevisionState state) {
    Revision revision = graph.find(id).orElseThrow();
    return new TextRow.Entry(
        id,
        state,
        harmless(revision.message()),
        revision.branchLabels(),
        heads.contains(id),
        bases.contains(id));
  }

  /** Control characters could move the cursor or change the colours of a terminal. */
  private static String harmless(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().forEach(c -> kept.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return kept.toString().strip();
  }
}
