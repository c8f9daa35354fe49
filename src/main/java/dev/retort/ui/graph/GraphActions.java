package dev.retort.ui.graph;

import dev.retort.plan.Command;
import dev.retort.revision.RevisionId;

/** What can be asked for in the graph and is done elsewhere. */
public interface GraphActions {

  /** Makes a revision the target of a command, to be reviewed; nothing runs. */
  void target(Command command, RevisionId revision);

  /** Opens a revision's file to be edited here. */
  void edit(RevisionId revision);

  /** Opens a revision's file in the user's own editor. */
  void openFile(RevisionId revision);

  /** Brings the keyboard to what is shown of the selected revision. */
  void openInspector();
}
