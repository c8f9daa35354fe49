package dev.retort.ui.widget.objects;

import dev.retort.ui.widget.Nodes;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.ListView;

/** Objects to choose from; whoever chooses one is told which, by its place in the list. */
public final class ObjectList extends ListView<ObjectLine> {
  private static final double ROW = 26;
  private static final double DETAIL = 18;

  private IntConsumer chosen = index -> {};

  /**
   * An empty list.
   *
   * @param what of what, for screen readers
   */
  public ObjectList(String id, String what) {
    setId(id);
    setAccessibleText(what);
    getStyleClass().add("object-list");
    setCellFactory(view -> new ObjectCell());
    setPlaceholder(Nodes.label("None", "muted"));
    getSelectionModel()
        .selectedIndexProperty()
        .addListener(
            (observable, before, now) -> {
              if (now.intValue() >= 0) {
                chosen.accept(now.intValue());
              }
            });
    // Choosing the same again leads there again.
    setOnMouseClicked(
        event -> {
          if (getSelectionModel().getSelectedIndex() >= 0) {
            chosen.accept(getSelectionModel().getSelectedIndex());
          }
        });
  }

  /** Tells somebody what is chosen from now on. */
  public void onChosen(IntConsumer who) {
    chosen = who;
  }

  /** Shows objects. */
  public void show(List<ObjectLine> lines) {
    getSelectionModel().clearSelection();
    getItems().setAll(lines);
  }

  /** Says why there is none. */
  public void none(String words) {
    setPlaceholder(Nodes.label(words, "muted"));
  }

  /** How high it has to be to show all of itself. */
  public double wholeHeight() {
    return getItems().stream().mapToDouble(one -> ROW + DETAIL * one.details().size()).sum() + 2;
  }
}
