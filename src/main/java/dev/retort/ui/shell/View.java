package dev.retort.ui.shell;

import org.kordamp.ikonli.feather.Feather;

/** What can be opened from the left edge of the window. */
enum View {
  GRAPH("Graph", Feather.GIT_BRANCH),
  RUNS("Runs", Feather.CLOCK);

  private final String words;
  private final Feather icon;

  View(String words, Feather icon) {
    this.words = words;
    this.icon = icon;
  }

  String words() {
    return words;
  }

  Feather icon() {
    return icon;
  }
}
