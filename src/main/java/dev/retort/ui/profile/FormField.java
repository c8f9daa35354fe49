package dev.retort.ui.profile;

import dev.retort.ui.widget.Nodes;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A control of the form with its name above it, and what is wrong with it below. */
final class FormField extends VBox {

  FormField(ProfileFormModel model, Field field, Control control, Node... more) {
    super(4);
    control.setId(field.id());
    control.setAccessibleText(field.words());
    control.setMaxWidth(Double.MAX_VALUE);
    Label name = Nodes.label(field.words(), "field-name");
    name.setLabelFor(control);
    getChildren().addAll(name, control);
    getChildren().addAll(more);
    getChildren()
        .addAll(
            words(Bindings.createStringBinding(() -> text(model, field), model.errors()), field),
            advice(model, field));
    setMinWidth(0);
    control
        .focusedProperty()
        .addListener(
            (observable, before, focused) -> {
              if (!focused) {
                model.left(field);
              }
            });
  }

  private static String text(ProfileFormModel model, Field field) {
    return model.errors().getOrDefault(field, "");
  }

  private static Label words(StringBinding text, Field field) {
    Label label = Nodes.label("", "field-error");
    label.setId(field.id() + "-error");
    return follow(label, text);
  }

  private static Label advice(ProfileFormModel model, Field field) {
    StringBinding text =
        Bindings.createStringBinding(
            () -> model.errors().containsKey(field) ? "" : model.advice().getOrDefault(field, ""),
            model.errors(),
            model.advice());
    return follow(Nodes.label("", "field-advice"), text);
  }

  private static Label follow(Label label, StringBinding text) {
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    text.subscribe(
        now -> {
          label.setText(now);
          Nodes.show(label, !now.isEmpty());
        });
    // A binding that nobody holds is collected, and says nothing more.
    label.setUserData(text);
    return label;
  }
}
