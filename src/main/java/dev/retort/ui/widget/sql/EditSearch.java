package dev.retort.ui.widget.sql;

import dev.retort.ui.task.Background;
import java.util.Optional;
import org.fxmisc.richtext.CodeArea;

/** What is looked for in a text that is edited, and the walk from one place to the next. */
final class EditSearch {
  private final CodeArea area;
  private final Background background;
  private final Runnable changed;
  private Optional<FindBar> bar = Optional.empty();
  private SqlSearch found = SqlSearch.none();
  private int current = -1;
  private int asked;

  /**
   * Looks for nothing yet.
   *
   * @param changed called when something else is to be marked
   */
  EditSearch(CodeArea area, Background background, Runnable changed) {
    this.area = area;
    this.background = background;
    this.changed = changed;
  }

  /** Says what is found to a bar, while that is shown. */
  void tell(FindBar where) {
    bar = Optional.of(where);
  }

  /** What is found. */
  SqlSearch found() {
    return found;
  }

  /** Which of them one is at; -1 for none. */
  int current() {
    return current;
  }

  /** Looks for a word from the caret on. */
  void look(String word) {
    int question = ++asked;
    String text = area.getText();
    background.run(
        () -> SqlSearch.of(text, word),
        result -> {
          if (question == asked && bar.filter(FindBar::isVisible).isPresent()) {
            found = result;
            current = result.from(area.getSelection().getStart());
            // Whoever types in the text is not to be led away from there.
            show(!area.isFocused());
          }
        },
        problem -> {
          throw new IllegalStateException("cannot search this SQL", problem);
        });
  }

  /** Goes to the next one, or to the one before. */
  void walk(int step) {
    if (found.count() > 0) {
      current = Math.floorMod(current + step, found.count());
      show(true);
    }
  }

  private void show(boolean go) {
    bar.ifPresent(one -> one.show(found, current));
    if (go && current >= 0) {
      int offset = found.offset(current);
      area.selectRange(offset, offset + found.length());
      area.requestFollowCaret();
    }
    changed.run();
  }

  /** Looks for nothing any more. */
  void end() {
    asked++;
    found = SqlSearch.none();
    current = -1;
    changed.run();
  }
}
