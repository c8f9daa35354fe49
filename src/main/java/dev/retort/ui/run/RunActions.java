package dev.retort.ui.run;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** What can be asked for around a plan under review, and after its run. */
public interface RunActions {

  /** Goes back to the revisions. */
  void leave();

  /** Makes the plan anew from what files and database say now, and shows it. */
  void reviewAgain();

  /** Opens a file where something is to be mended. */
  void open(Failure.FilePlace place);

  /** What undoes the plan once it is done. */
  Undo undo();

  /** Where a run has stopped midway and left its mark: the ways on; empty elsewhere. */
  ObservableValue<Optional<Node>> waysOn();

  /**
   * The way back from a plan that is done.
   *
   * @param way reviews it; empty where there is none
   * @param words what it is, or why there is none
   */
  record Undo(Optional<WayOn> way, String words) {}
}
