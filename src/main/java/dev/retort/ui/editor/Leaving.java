package dev.retort.ui.editor;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** The question what becomes of edits before one goes elsewhere, and where one wanted to go. */
final class Leaving {
  private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper(false);
  private Optional<Runnable> afterwards = Optional.empty();

  /** Goes on at once, or asks first. */
  void ask(boolean first, Runnable then) {
    afterwards = Optional.of(then);
    if (first) {
      asking.set(true);
    } else {
      goOn();
    }
  }

  /** Does not go. */
  void stay() {
    asking.set(false);
    afterwards = Optional.empty();
  }

  /** Goes where one wanted to. */
  void goOn() {
    Optional<Runnable> then = afterwards;
    stay();
    then.ifPresent(Runnable::run);
  }

  /** Whether it is being asked. */
  ReadOnlyBooleanProperty askingProperty() {
    return asking.getReadOnlyProperty();
  }
}
