package dev.retort.ui.profile;

import javafx.scene.control.Control;
import org.controlsfx.validation.Severity;
import org.controlsfx.validation.ValidationMessage;
import org.controlsfx.validation.decoration.ValidationDecoration;

/**
 * Marks a control by its border; the words stand below it. ControlsFX's own decorations put a pane
 * in the place of the scene's root, which the themes rely on.
 */
final class FieldDecoration implements ValidationDecoration {
  private static final String WRONG = "field-wrong";
  private static final String DOUBTFUL = "field-doubtful";

  @Override
  public void applyValidationDecoration(ValidationMessage message) {
    Control control = message.getTarget();
    control.getStyleClass().add(message.getSeverity() == Severity.ERROR ? WRONG : DOUBTFUL);
    control.setAccessibleHelp(message.getText());
  }

  @Override
  public void applyRequiredDecoration(Control target) {
    // What is required says so once it is missing.
  }

  @Override
  public void removeDecorations(Control target) {
    target.getStyleClass().removeAll(WRONG, DOUBTFUL);
    target.setAccessibleHelp(null);
  }
}
