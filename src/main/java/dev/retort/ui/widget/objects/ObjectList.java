package dev.retort.ui.widget.objects;

import dev.retort.ui.widget.Nodes;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.ListView;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Objects to choose from; whoever chooses one is told which, by its place in the list. */
public final class ObjectList extends ListView<ObjectLine> {
  private static final double ROW = 26;
  private static final double DETAIL = 18;
  private static final double NARROWEST = 260;
  private static final Font DETAILS = Font.font("Inter", 12);

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
    // Before it has been laid out once it is taken to be as narrow as it gets.
    double room = Math.max(getWidth(), NARROWEST) - ObjectCell.AROUND;
    return getItems().stream()
            .mapToDouble(
                one -> ROW + one.details().stream().mapToDouble(line -> height(line, room)).sum())
            .sum()
        + 2;
  }

  /** A detail that is too long goes on in the next line. */
  private static double height(String detail, double room) {
    Text text = new Text(detail);
    text.setFont(DETAILS);
    text.setWrappingWidth(room);
    return Math.max(DETAIL, text.getLayoutBounds().getHeight() + 3);
  }
}
