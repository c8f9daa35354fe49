package dev.retort.ui.editor;

/** Where the text is while it is edited: the view's own, so that no key copies megabytes. */
interface EditorText {

  /** The text as it is. */
  String text();

  /**
   * Puts another text in its place.
   *
   * @param undoable whether a person can have the one before back
   */
  void show(String text, boolean undoable);

  /** Brings a line into view, 1-based. */
  void reveal(int line);
}
