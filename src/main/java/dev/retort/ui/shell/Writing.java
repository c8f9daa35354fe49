package dev.retort.ui.shell;

import dev.retort.lanes.drawing.GraphFormat;
import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/** The ways from the graph to what writes files. */
interface Writing {

  /** Begins a new revision; on top of one, or of the head. */
  void newRevision(Optional<RevisionId> parent);

  /** Begins a merge. */
  void merge(List<RevisionId> revisions);

  /**
   * Begins a rebase: of all but the last onto the last, or of one onto what is still to be said.
   */
  void rebase(List<RevisionId> revisions);

  /** Begins to make one of the revisions from one to another; two, or none to be named there. */
  void squash(List<RevisionId> ends);

  /** Draws the graph into a file. */
  void export(GraphFormat format);
}
