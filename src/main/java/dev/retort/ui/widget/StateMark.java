package dev.retort.ui.widget;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;

/**
 * The mark before a revision: filled where applied, ringed where current, hollow where pending.
 * Shape tells, not colour.
 */
public final class StateMark extends StackPane {

  /** What a mark can say. */
  public enum State {
    APPLIED,
    CURRENT,
    PENDING,
    UNKNOWN
  }

  private final Circle ring = new Circle(7);
  private final Circle core = new Circle(4.5);

  /** A mark that says nothing yet. */
  public StateMark() {
    ring.getStyleClass().add("state-ring");
    core.getStyleClass().add("state-core");
    getStyleClass().add("state-mark");
    getChildren().addAll(ring, core);
    setMinWidth(24);
    show(State.UNKNOWN);
  }

  /** Shows a state. */
  public void show(State state) {
    ring.setVisible(state == State.CURRENT);
    getStyleClass().removeIf(style -> style.startsWith("state-is-"));
    getStyleClass().add("state-is-" + state.name().toLowerCase(java.util.Locale.ROOT));
  }
}
