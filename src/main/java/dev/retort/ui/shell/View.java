package dev.retort.ui.shell;

import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/** What can be opened from the left edge of the window. */
enum View {
  GRAPH("Graph", Feather.GIT_BRANCH, KeyCode.DIGIT1),
  SCHEMA("Schema", Feather.DATABASE, KeyCode.DIGIT2),
  DRIFT("Drift", Feather.SHUFFLE, KeyCode.DIGIT3),
  RUNS("Runs", Feather.CLOCK, KeyCode.DIGIT4);

  private final String words;
  private final Feather icon;
  private final KeyCode key;

  View(String words, Feather icon, KeyCode key) {
    this.words = words;
    this.icon = icon;
    this.key = key;
  }

  String words() {
    return words;
  }

  Feather icon() {
    return icon;
  }

  /** The key that opens it, with Ctrl. */
  KeyCode key() {
    return key;
  }
}
