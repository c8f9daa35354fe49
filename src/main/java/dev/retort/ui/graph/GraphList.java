package dev.retort.ui.graph;

import dev.retort.revision.RevisionId;
import dev.retort.ui.graph.picture.GraphRow;
import dev.retort.ui.graph.picture.Picture;
import dev.retort.ui.widget.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;

/**
 * The rows, of which only those in sight exist. A new picture keeps what was selected and what was
 * on top, as far as it still has them.
 */
final class GraphList extends ListView<GraphRow> {
  private final GraphModel model;
  private final GraphLook look;
  private final ObservableList<GraphRow> rows = FXCollections.observableArrayList();
  private boolean changing;
  private Optional<Place> wanted = Optional.empty();
  private Runnable moved = () -> {};
  private final Button first = Nodes.button("first-revision", "New revision…", "accent");

  GraphList(GraphModel model, GraphLook look) {
    this.model = model;
    this.look = look;
    setId("revisions");
    setAccessibleText("Revisions, newest first");
    getStyleClass().add("graph-list");
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setCellFactory(view -> new GraphCell(look, model));
    setItems(rows);
    setPlaceholder(new EmptyRows(model, first));
    getSelectionModel()
        .getSelectedIndices()
        .addListener((ListChangeListener<Integer>) change -> tellSelection());
    model.pictureProperty().addListener((observable, before, now) -> show(now));
    skinProperty()
        .addListener(
            observable ->
                flow().ifPresent(flow -> flow.positionProperty().subscribe(() -> moved.run())));
    zoom();
    look.geometry().zoomProperty().addListener(observable -> zoom());
    show(model.pictureProperty().get());
  }

  /** Where there is no revision at all, the first can be written. */
  void offer(GraphActions actions) {
    first.setOnAction(event -> actions.newRevision(Optional.empty()));
    model
        .pictureProperty()
        .subscribe(
            () ->
                Nodes.show(
                    first, model.graph().filter(graph -> graph.revisions().isEmpty()).isPresent()));
    Nodes.show(first, model.graph().filter(graph -> graph.revisions().isEmpty()).isPresent());
  }

  private void zoom() {
    setFixedCellSize(look.geometry().rowHeight());
    setStyle("-fx-font-size: %.1fpx;".formatted(13 * look.geometry().zoomProperty().get()));
    moved.run();
  }

  private void show(Picture picture) {
    List<RevisionId> selected = model.selectedProperty().get().stream().map(GraphRow::id).toList();
    Optional<RevisionId> top = onTop(picture);
    changing = true;
    fit(picture);
    look.show(picture);
    rows.setAll(picture.rows());
    getSelectionModel().clearSelection();
    for (RevisionId id : selected) {
      picture.rowOf(id).ifPresent(row -> getSelectionModel().select(row));
    }
    changing = false;
    tellSelection();
    top.flatMap(id -> boxed(picture.rowOf(id))).ifPresent(this::putOnTop);
    arrive();
  }

  /** Goes to a place, as soon as there are rows. */
  void goTo(Place place) {
    wanted = Optional.of(place);
    arrive();
  }

  private void arrive() {
    if (wanted.isEmpty() || rows.isEmpty()) {
      return;
    }
    Place place = wanted.get();
    wanted = Optional.empty();
    Picture picture = model.pictureProperty().get();
    look.geometry().zoomTo(place.zoom());
    place
        .selected()
        .flatMap(id -> boxed(picture.rowOf(id)))
        .ifPresent(row -> getSelectionModel().clearAndSelect(row));
    place.top().flatMap(id -> boxed(picture.rowOf(id))).ifPresent(this::putOnTop);
  }

  /** Where the reader is. */
  Place place() {
    int first = firstVisible();
    return new Place(
        first > 0 && first < rows.size() ? Optional.of(rows.get(first).id()) : Optional.empty(),
        row().map(GraphRow::id),
        look.geometry().zoomProperty().get());
  }

  /** Called whenever the reader has moved. */
  void onMoved(Runnable action) {
    moved = action;
  }

  private static Optional<Integer> boxed(OptionalInt row) {
    return row.isPresent() ? Optional.of(row.getAsInt()) : Optional.empty();
  }

  /** Gives the lanes their share of the width. */
  void fit(Picture picture) {
    look.geometry().fit(picture.columns(), getWidth());
  }

  /** The uppermost row in sight that the new picture has as well; absent at the very top. */
  private Optional<RevisionId> onTop(Picture next) {
    int first = firstVisible();
    if (first <= 0) {
      return Optional.empty();
    }
    return rows.subList(Math.min(first, rows.size()), rows.size()).stream()
        .map(GraphRow::id)
        .filter(id -> next.rowOf(id).isPresent())
        .findFirst();
  }

  /** The index of the uppermost row in sight. */
  int firstVisible() {
    return flow()
        .flatMap(flow -> Optional.ofNullable(flow.getFirstVisibleCell()))
        .map(cell -> cell.getIndex())
        .orElse(0);
  }

  private void putOnTop(int row) {
    if (flow().isPresent()) {
      flow().get().scrollToTop(row);
    } else {
      scrollTo(row);
    }
  }

  private Optional<VirtualFlow<?>> flow() {
    return lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        ? Optional.of(flow)
        : Optional.empty();
  }

  private void tellSelection() {
    if (changing) {
      return;
    }
    List<Integer> indices = new ArrayList<>(getSelectionModel().getSelectedIndices());
    indices.removeIf(index -> index == null || index < 0 || index >= rows.size());
    indices.sort(null);
    // A stretch of rows stands for its two ends.
    List<GraphRow> ends =
        indices.size() <= 2
            ? indices.stream().map(rows::get).toList()
            : List.of(rows.get(indices.getFirst()), rows.get(indices.getLast()));
    if (!ends.equals(model.selectedProperty().get())) {
      model.select(ends);
      moved.run();
    }
    if (!indices.isEmpty()) {
      look.geometry().reveal(model.pictureProperty().get().column(focused()));
    }
  }

  private int focused() {
    int focused = getSelectionModel().getSelectedIndex();
    return Math.max(0, Math.min(focused, rows.size() - 1));
  }

  /** The row that the keyboard is on. */
  Optional<GraphRow> row() {
    return Optional.ofNullable(getSelectionModel().getSelectedItem());
  }

  /** The index of {@link #row}. */
  int rowIndex() {
    return getSelectionModel().getSelectedIndex();
  }

  /** Selects a row alone and brings it into sight, with some rows around it. */
  void jump(int row) {
    getSelectionModel().clearAndSelect(row);
    getFocusModel().focus(row);
    int first = firstVisible();
    int visible = visibleRows();
    if (row < first || row >= first + visible - 1) {
      scrollTo(Math.max(0, row - visible / 2));
    }
    requestFocus();
  }

  /** Selects a row beside the one that is selected, to compare them. */
  void add(int row) {
    getSelectionModel().select(row);
    scrollTo(Math.max(0, row - visibleRows() / 2));
  }

  /** The width that a row has, the scroll bar left out. */
  double rowWidth() {
    return flow()
        .flatMap(flow -> Optional.ofNullable(flow.getFirstVisibleCell()))
        .map(cell -> cell.getWidth())
        .filter(width -> width > 0)
        .orElse(getWidth());
  }

  private int visibleRows() {
    return Math.max(1, (int) (getHeight() / getFixedCellSize()));
  }
}
