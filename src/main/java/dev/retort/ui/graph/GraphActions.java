package dev.retort.ui.graph;

import dev.retort.plan.Command;
import dev.retort.revision.RevisionId;
import java.util.Set;

/** What can be asked for in the graph and is done elsewhere. */
public interface GraphActions {

  /** Makes a revision the target of a command, to be reviewed; nothing runs. */
  void target(Command command, RevisionId revision);

  /** Opens a revision's file with whatever the system opens such files with. */
  void openFile(RevisionId revision);

  /**
   * Takes revisions up, down and up again on a shadow.
   *
   * @param revisions none for all
   */
  void prove(Set<RevisionId> revisions);

  /** Brings the keyboard to what is shown of the selected revision. */
  void openInspector();
}
