package dev.retort.ui.widget.action;

import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.GenericStyledArea;

/**
 * Lets the keys of the registry's actions work wherever the keyboard is, unless what has it takes
 * them itself. Signs and letters alone count only where nothing is being written.
 */
public final class KeyBinder {
  private final Actions actions;

  private KeyBinder(Actions actions) {
    this.actions = actions;
  }

  /** Binds the keys in a scene; also while nothing in it has the keyboard. */
  public static void bind(Scene scene, Actions actions) {
    KeyBinder binder = new KeyBinder(actions);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, binder::pressed);
    scene.addEventHandler(KeyEvent.KEY_TYPED, binder::typed);
  }

  private void pressed(KeyEvent event) {
    for (Action action : actions.fixed()) {
      if (Keys.match(action.keys(), event) && action.possible()) {
        action.perform();
        event.consume();
        return;
      }
    }
  }

  private void typed(KeyEvent event) {
    boolean writing =
        event.getTarget() instanceof TextInputControl
            || event.getTarget() instanceof GenericStyledArea<?, ?, ?>;
    if (writing || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    for (Action action : actions.fixed()) {
      if (Keys.typed(action.keys(), event.getCharacter()) && action.possible()) {
        action.perform();
        event.consume();
        return;
      }
    }
  }
}
