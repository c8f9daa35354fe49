package dev.retort.ui.widget.sql;

import dev.retort.ui.task.Background;
import dev.retort.ui.widget.Nodes;
import javafx.scene.Node;

/**
 * The search in a view of SQL: its bar, what was found in the background, and the walk along it.
 */
final class SqlFinding {

  /** The view that is searched. */
  interface Searched {
    /** All of the text. */
    String text();

    /** Where the first row that can be seen begins in it. */
    int top();

    /** Brings a place into view. */
    void bring(int offset);

    /** What is found is another now. */
    void recolour();

    /** The bar comes, or has gone. */
    void open(boolean now);
  }

  private final Background background;
  private final Searched view;
  private final FindBar bar = new FindBar(this::search, this::walk, this::leave);
  private SqlSearch found = SqlSearch.none();
  private int current = -1;
  private int asked;

  SqlFinding(Background background, Searched view) {
    this.background = background;
    this.view = view;
    Nodes.show(bar, false);
  }

  /** Where one types what to look for. */
  Node bar() {
    return bar;
  }

  /** What was found. */
  SqlSearch found() {
    return found;
  }

  /** Which of it one is at; -1 for none. */
  int current() {
    return current;
  }

  /** Opens the bar. */
  void open() {
    Nodes.show(bar, true);
    view.open(true);
    bar.open();
    search(bar.word());
  }

  /** What was found is of another text. */
  void forget() {
    found = SqlSearch.none();
    current = -1;
  }

  /** Looks for the same in the text as it is now, while the bar is open. */
  void again() {
    if (bar.isVisible()) {
      search(bar.word());
    }
  }

  private void leave() {
    Nodes.show(bar, false);
    forget();
    view.recolour();
    view.open(false);
  }

  private void search(String word) {
    int question = ++asked;
    String text = view.text();
    background.run(
        () -> SqlSearch.of(text, word),
        result -> {
          if (question == asked && bar.isVisible()) {
            found = result;
            current = result.from(view.top());
            show();
          }
        },
        problem -> {
          throw new IllegalStateException("cannot search this SQL", problem);
        });
  }

  private void walk(int step) {
    if (found.count() > 0) {
      current = Math.floorMod(current + step, found.count());
      show();
    }
  }

  private void show() {
    bar.show(found, current);
    if (current >= 0) {
      view.bring(found.offset(current));
    }
    view.recolour();
  }
}
