package dev.retort.ui.graph;

import dev.retort.lanes.drawing.GraphFormat;
import dev.retort.plan.Command;
import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be asked for in the graph and is done elsewhere. */
public interface GraphActions {

  /** Makes a revision the target of a command, to be reviewed; nothing runs. */
  void target(Command command, RevisionId revision);

  /** Opens a revision's file to be edited here. */
  void edit(RevisionId revision);

  /** Opens a revision's file in the user's own editor. */
  void openFile(RevisionId revision);

  /** Begins a new revision; on top of one, or of the head. */
  void newRevision(Optional<RevisionId> parent);

  /** Begins a merge of some revisions. */
  void merge(List<RevisionId> revisions);

  /**
   * Begins to give revisions another parent: the first are moved onto the last, where there are
   * several.
   */
  void rebase(List<RevisionId> revisions);

  /** Begins to make one of the revisions from one to another; two, or none to be named there. */
  void squash(List<RevisionId> ends);

  /** Draws the graph into a file. */
  void export(GraphFormat format);

  /**
   * Takes revisions up, down and up again on a shadow.
   *
   * @param revisions none for all
   */
  void prove(Set<RevisionId> revisions);

  /** Brings the keyboard to what is shown of the selected revision. */
  void openInspector();
}
