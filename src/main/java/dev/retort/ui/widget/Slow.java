package dev.retort.ui.widget;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;

/** What is over before it could be noticed is not shown at all: nothing flickers. */
public final class Slow {
  private static final Duration NOTICED = Duration.millis(200);

  private Slow() {}

  /** True once something has been going on for a while; false as soon as it is over. */
  public static ReadOnlyBooleanProperty of(ObservableValue<Boolean> going) {
    ReadOnlyBooleanWrapper slow = new ReadOnlyBooleanWrapper(false);
    PauseTransition pause = new PauseTransition(NOTICED);
    pause.setOnFinished(event -> slow.set(going.getValue()));
    going.subscribe(
        now -> {
          if (now) {
            pause.playFromStart();
          } else {
            pause.stop();
            slow.set(false);
          }
        });
    return slow.getReadOnlyProperty();
  }
}
