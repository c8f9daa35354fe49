package dev.retort.ui.graph;

import dev.retort.engine.git.FileInGit;
import dev.retort.ui.graph.paint.Ink;
import dev.retort.ui.graph.picture.GraphRow;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** One row of the graph. Paints itself again when it is another row's turn or the look changes. */
final class GraphCell extends ListCell<GraphRow> {
  private static final PseudoClass DIM = PseudoClass.getPseudoClass("dim");

  private final GraphLook look;
  private final GraphModel model;
  private final RowPane row;

  GraphCell(GraphLook look, GraphModel model) {
    this.look = look;
    this.model = model;
    this.row = new RowPane(look);
    getStyleClass().add("graph-cell");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    // The list decides the width; a long message is cut, never scrolled out of sight.
    setPrefWidth(0);
    look.inkProperty().addListener((observable, before, now) -> lookAgain());
    model.source().notCommitted().addListener((observable, before, now) -> lookAgain());
    model.source().edited().addListener((observable, before, now) -> lookAgain());
    model.source().roundTrips().addListener((observable, before, now) -> lookAgain());
    selectedProperty().addListener((observable, before, now) -> paint());
    hoverProperty().addListener((observable, before, now) -> paint());
    Tooltip whole = new Tooltip();
    whole.setShowDelay(Duration.millis(600));
    whole.setShowDuration(Duration.seconds(30));
    whole.setWrapText(true);
    whole.setMaxWidth(460);
    whole.setOnShowing(
        event -> {
          if (getItem() != null) {
            String words =
                RowWords.of(
                    getItem(),
                    model.graph(),
                    look.onPath(getIndex()),
                    model.roundTrip(getItem().id()),
                    inGit(getItem()));
            whole.setText(
                words
                    + (look.edited(getItem().id())
                        ? "\nits file was edited since it was run here"
                        : ""));
          }
        });
    setTooltip(whole);
  }

  @Override
  protected void updateItem(@Nullable GraphRow item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    if (getGraphic() == null) {
      setGraphic(row);
    }
    lookAgain();
  }

  private void lookAgain() {
    GraphRow item = getItem();
    if (item == null || !current()) {
      return;
    }
    setAccessibleText(
        item.spoken()
            + model.roundTrip(item.id()).map(trip -> ", " + RowWords.roundTrip(trip)).orElse("")
            + inGit(item).map(state -> ", " + RowWords.git(state)).orElse("")
            + (look.edited(item.id()) ? ", edited since it was run here" : ""));
    row.show(item, look.onPath(getIndex()), model.roundTrip(item.id()), inGit(item));
    pseudoClassStateChanged(DIM, look.inkProperty().get().dims(getIndex()));
    paint();
  }

  private Optional<FileInGit.State> inGit(GraphRow item) {
    return Optional.ofNullable(model.source().notCommitted().getValue().get(item.id()));
  }

  private void paint() {
    if (getItem() != null && current()) {
      row.paint(look.inkProperty().get(), getIndex(), isSelected(), isHover());
    }
  }

  /** While a new picture comes in, the list may still hold rows of the one before. */
  private boolean current() {
    Ink ink = look.inkProperty().get();
    int index = getIndex();
    return index >= 0
        && index < ink.picture().rows().size()
        && ink.picture().rows().get(index).equals(getItem());
  }
}
