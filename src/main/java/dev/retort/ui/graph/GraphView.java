package dev.retort.ui.graph;

import dev.retort.revision.RevisionId;
import dev.retort.ui.graph.paint.Palette;
import dev.retort.ui.widget.Nodes;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The graph of revisions with everything around it: filter bar, databases, rows, what is chosen.
 */
public final class GraphView extends BorderPane {
  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination GO =
      new KeyCodeCombination(KeyCode.G, KeyCombination.SHORTCUT_DOWN);

  private final GraphModel model;
  private final GraphGeometry geometry = new GraphGeometry();
  private final GraphLook look;
  private final GraphList list;
  private final GraphBar bar;
  private final JumpMenu jump;
  private final GraphKeys keys;
  private Optional<RevisionId> wanted = Optional.empty();

  /** The view of a model. */
  public GraphView(GraphModel model, GraphActions actions) {
    this.model = model;
    this.look = new GraphLook(model, geometry);
    this.list = new GraphList(model, look);
    this.jump = new JumpMenu(model);
    this.bar = new GraphBar(model, jump, actions, this::toRows);
    jump.onJump(list::jump);
    getStyleClass().addAll("panel", "graph");
    this.keys = new GraphKeys(model, list, actions);
    new GraphMenu(model, list, actions);
    list.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            keys.open();
          }
        });
    setTop(new VBox(bar, new DatabasesLine(model, geometry, list, actions)));
    setCenter(new StackPane(list, lanesBar()));
    setBottom(filterLine());
    list.widthProperty().addListener(observable -> list.fit(model.pictureProperty().get()));
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    addEventFilter(ScrollEvent.SCROLL, this::scrolled);
    sceneProperty().addListener((observable, before, now) -> follow(now));
    // The list has its rows by then: it listens for longer, and in the same way.
    model.pictureProperty().addListener((observable, before, now) -> arrive());
    list.offer(actions);
  }

  /** Many lanes scroll by themselves, beneath them. */
  private ScrollBar lanesBar() {
    ScrollBar bar = new ScrollBar();
    bar.setId("lanes-scroll");
    bar.setAccessibleText("Scroll the lanes");
    bar.setOrientation(Orientation.HORIZONTAL);
    bar.maxProperty().bind(geometry.farthestProperty());
    bar.valueProperty().bindBidirectional(geometry.offsetProperty());
    bar.visibleAmountProperty().bind(geometry.widthProperty());
    bar.visibleProperty().bind(geometry.farthestProperty().greaterThan(0));
    bar.managedProperty().bind(bar.visibleProperty());
    bar.maxWidthProperty().bind(geometry.widthProperty());
    bar.prefWidthProperty().bind(geometry.widthProperty());
    StackPane.setAlignment(bar, Pos.BOTTOM_LEFT);
    return bar;
  }

  /** While something is filtered out, how much, and the way to have it back. */
  private HBox filterLine() {
    Label words = Nodes.label("", "muted");
    words.setId("filter-words");
    words
        .textProperty()
        .bind(Bindings.createStringBinding(model::filterWords, model.pictureProperty()));
    Hyperlink all = new Hyperlink("Show all");
    all.setId("show-all");
    all.setAccessibleText("Show all revisions again");
    all.setOnAction(event -> model.clearFilter());
    HBox line = new HBox(words, all);
    line.getStyleClass().add("filter-line");
    line.visibleProperty().bind(words.textProperty().isNotEmpty());
    line.managedProperty().bind(line.visibleProperty());
    return line;
  }

  private void pressed(KeyEvent event) {
    if (FIND.match(event)) {
      toFilter();
    } else if (GO.match(event)) {
      jump.open();
    } else if (event.isShortcutDown() && zoomed(event.getCode())) {
      list.requestLayout();
    } else {
      return;
    }
    event.consume();
  }

  private void typed(KeyEvent event) {
    if (event.getCharacter().equals("/") && !(event.getTarget() instanceof TextInputControl)) {
      toFilter();
      event.consume();
    }
  }

  private boolean zoomed(KeyCode code) {
    switch (code) {
      case PLUS, ADD, EQUALS -> geometry.zoomBy(1.1);
      case MINUS, SUBTRACT -> geometry.zoomBy(1 / 1.1);
      case DIGIT0, NUMPAD0 -> geometry.zoomBy(0);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** With Ctrl the wheel zooms; over the lanes, sideways, it scrolls them. */
  private void scrolled(ScrollEvent event) {
    if (event.isShortcutDown() && event.getDeltaY() != 0) {
      geometry.zoomBy(event.getDeltaY() > 0 ? 1.1 : 1 / 1.1);
      event.consume();
    } else if (event.getDeltaX() != 0 && geometry.farthestProperty().get() > 0) {
      double wanted = geometry.offsetProperty().get() - event.getDeltaX();
      geometry
          .offsetProperty()
          .set(Math.max(0, Math.min(wanted, geometry.farthestProperty().get())));
      event.consume();
    }
  }

  private void follow(@Nullable Scene scene) {
    if (scene == null) {
      return;
    }
    Runnable themed =
        () ->
            look.paletteProperty()
                .set(
                    scene.getRoot().getStyleClass().contains("theme-dark")
                        ? Palette.DARK
                        : Palette.LIGHT);
    scene
        .getRoot()
        .getStyleClass()
        .addListener((javafx.beans.Observable observable) -> themed.run());
    themed.run();
  }

  /** Where the reader is. */
  public Place place() {
    return list.place();
  }

  /** Goes to a place, as soon as there are rows. */
  public void goTo(Place place) {
    list.goTo(place);
  }

  /** Calls back whenever the reader has moved: scrolled, selected or zoomed. */
  public void onMoved(Runnable action) {
    list.onMoved(action);
  }

  /** Selects a revision and brings it into sight, as soon as the picture has it. */
  public void select(RevisionId revision) {
    wanted = Optional.of(revision);
    if (model.pictureProperty().get().rowOf(revision).isEmpty()
        && model.graph().flatMap(graph -> graph.find(revision)).isPresent()) {
      model.clearFilter();
    }
    arrive();
  }

  private void arrive() {
    Optional<RevisionId> now = wanted;
    now.ifPresent(
        revision ->
            model
                .pictureProperty()
                .get()
                .rowOf(revision)
                .ifPresent(
                    row -> {
                      wanted = Optional.empty();
                      list.jump(row);
                    }));
  }

  /** Goes to the row that the chosen database is at. */
  public void toCurrent() {
    keys.jumpToCurrent();
  }

  /** Asks for the revision to go to. */
  public void askWhereTo() {
    jump.open();
  }

  /** Makes everything larger or smaller by a factor; 0 for the usual size. */
  public void zoom(double factor) {
    geometry.zoomBy(factor);
    list.requestLayout();
  }

  /** Brings the keyboard to the rows, without selecting any. */
  public void begin() {
    list.requestFocus();
  }

  /** Brings the keyboard to the filter. */
  public void toFilter() {
    bar.field().requestFocus();
    bar.field().selectAll();
  }

  /** Brings the keyboard to the rows. */
  public void toRows() {
    if (list.row().isEmpty() && !list.getItems().isEmpty()) {
      list.jump(0);
    }
    list.requestFocus();
  }
}
