package dev.retort.ui.widget;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Small nodes made the same way everywhere: each control gets an id and a text for screen readers
 * when it is made.
 */
public final class Nodes {
  private Nodes() {}

  /** A line of text with style classes. */
  public static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    return label;
  }

  /** Text that goes on in the next line where it is too long, and is never cut. */
  public static Label wrapped(String text, String... styles) {
    Label label = label(text, styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** A small rounded label, such as a branch label or {@code head}. */
  public static Label chip(String text, String... styles) {
    Label chip = label(text, styles);
    chip.getStyleClass().add("chip");
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return chip;
  }

  /** A button with words. */
  public static Button button(String id, String text, String... styles) {
    Button button = new Button(text);
    // Names of databases and revisions have underscores of their own.
    button.setMnemonicParsing(false);
    button.setId(id);
    button.setAccessibleText(text);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.getStyleClass().addAll(styles);
    return button;
  }

  /** A button with an icon alone; {@code what} says aloud what it does. */
  public static Button iconButton(String id, Ikon icon, String what) {
    Button button = new Button("", new FontIcon(icon));
    button.setId(id);
    button.setAccessibleText(what);
    button.setTooltip(new javafx.scene.control.Tooltip(what));
    button.getStyleClass().addAll("button-icon", "flat");
    return button;
  }

  /** Takes whatever room is left in a row. */
  public static Region spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }

  /** Shows or hides a node, and gives its room back while hidden. */
  public static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
