package dev.retort.ui.widget.notice;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The board: the notices that have not been taken down yet, the oldest first. Toolkit's thread. */
public final class Notices {
  private static final int MOST = 4;

  private final ObservableList<Notice> now = FXCollections.observableArrayList();

  /** Kept, for it listens to the list only as long as somebody holds it. */
  private final ObservableList<Notice> shown = FXCollections.unmodifiableObservableList(now);

  /** Puts one up; the oldest goes where there are many. */
  public void post(Notice notice) {
    now.add(notice);
    if (now.size() > MOST) {
      now.removeFirst();
    }
  }

  /** Takes one down; does nothing where it is gone already. */
  public void takeDown(Notice notice) {
    now.removeIf(one -> one.equals(notice));
  }

  /** What is up. */
  public ObservableList<Notice> now() {
    return shown;
  }
}
