package dev.retort.ui.widget;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A control with its name above it; below it what it is for, or what is wrong with it. */
public final class LabelledField extends VBox {
  private final Control control;
  private final Label help = Nodes.label("", "field-help");
  private final Label error = Nodes.label("", "field-error");
  private final boolean hasHelp;

  /**
   * A field.
   *
   * @param id the control's; that of its error ends in {@code -error}
   * @param help shown while nothing is wrong; may be empty
   */
  public LabelledField(String id, String name, Control control, String help) {
    super(4);
    this.control = control;
    this.hasHelp = !help.isEmpty();
    control.setId(id);
    control.setAccessibleText(name);
    control.setMaxWidth(Double.MAX_VALUE);
    Label title = Nodes.label(name, "field-name");
    title.setLabelFor(control);
    this.help.setText(help);
    error.setId(id + "-error");
    for (Label one : new Label[] {this.help, error}) {
      one.setWrapText(true);
      one.setMinHeight(USE_PREF_SIZE);
    }
    setMinWidth(0);
    getChildren().addAll(title, control, this.help, error);
    say("");
  }

  /** Says what is wrong; empty for nothing. */
  public void say(String wrong) {
    error.setText(wrong);
    Nodes.show(error, !wrong.isEmpty());
    Nodes.show(help, hasHelp && wrong.isEmpty());
    control.getStyleClass().remove("field-wrong");
    if (!wrong.isEmpty()) {
      control.getStyleClass().add("field-wrong");
    }
    control.setAccessibleHelp(wrong);
  }

  /** The control with something below it. */
  public LabelledField below(Node more) {
    getChildren().add(2, more);
    return this;
  }

  /** The control with a button beside it. */
  public LabelledField beside(Node button) {
    HBox line = new HBox(4, button);
    getChildren().set(getChildren().indexOf(control), line);
    line.getChildren().addFirst(control);
    HBox.setHgrow(control, Priority.ALWAYS);
    return this;
  }
}
