package dev.retort.ui.graph;

import dev.retort.plan.Direction;
import dev.retort.revision.RevisionId;
import dev.retort.ui.graph.paint.Ink;
import dev.retort.ui.graph.paint.Palette;
import dev.retort.ui.graph.picture.GraphRow;
import dev.retort.ui.graph.picture.Picture;
import dev.retort.ui.graph.picture.RunRow;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * How all rows look at the moment: picture, colours, sizes, what is dimmed and what is on the path.
 * Cells paint again when it changes.
 */
final class GraphLook {
  private static final int LONGEST_ID = 14;
  private static final int LONGEST_WHERE_ROOM_IS = 32;

  private final GraphModel model;
  private final GraphGeometry geometry;
  private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(Palette.LIGHT);
  private final ReadOnlyObjectWrapper<Ink> ink;
  private int idLength;

  GraphLook(GraphModel model, GraphGeometry geometry) {
    this.model = model;
    this.geometry = geometry;
    this.ink = new ReadOnlyObjectWrapper<>(mix());
    List<Observable> sources =
        List.of(
            model.selectedProperty(),
            model.lineageProperty(),
            model.pathProperty(),
            palette,
            geometry.zoomProperty(),
            geometry.pitchProperty(),
            geometry.offsetProperty());
    sources.forEach(source -> source.addListener(observable -> mixAgain()));
  }

  /** Takes a new picture; the rows of the list must follow at once. */
  void show(Picture picture) {
    idLength =
        picture.rows().stream()
            .filter(row -> !(row instanceof RunRow))
            .mapToInt(row -> row.id().value().length())
            .max()
            .orElse(0);
    mixAgain();
  }

  private void mixAgain() {
    ink.set(mix());
  }

  private Ink mix() {
    Picture picture = model.pictureProperty().get();
    return new Ink(
        picture,
        palette.get(),
        geometry.x(0),
        geometry.pitchProperty().get(),
        geometry.offsetProperty().get(),
        geometry.rowHeight(),
        bright(picture),
        picture.rowsOf(model.pathProperty().get().revisions()));
  }

  private Optional<BitSet> bright(Picture picture) {
    List<GraphRow> selected = model.selectedProperty().get();
    if (!model.lineageProperty().get() || selected.isEmpty()) {
      return Optional.empty();
    }
    BitSet rows = new BitSet();
    for (GraphRow row : selected) {
      picture.rowOf(row.id()).ifPresent(at -> rows.or(picture.lineage(at)));
    }
    return rows.isEmpty() || rows.cardinality() == picture.rows().size()
        ? Optional.empty()
        : Optional.of(rows);
  }

  /**
   * How many characters of an id there must be room for.
   *
   * @param wide whether there is enough room for everything else
   */
  int idLength(boolean wide) {
    return Math.min(wide ? LONGEST_WHERE_ROOM_IS : LONGEST_ID, idLength);
  }

  /** What would be done with a row for the target being typed. */
  Optional<Direction> onPath(int row) {
    return ink.get().path().get(row)
        ? Optional.of(model.pathProperty().get().direction())
        : Optional.empty();
  }

  /** Whether a revision's file was edited after it ran on the chosen database. */
  boolean edited(RevisionId id) {
    return model.source().edited().getValue().contains(id);
  }

  /** Whether a second database is shown. */
  boolean comparing() {
    return model.source().otherProfile().getValue().isPresent();
  }

  /** Sizes. */
  GraphGeometry geometry() {
    return geometry;
  }

  /** The colours. */
  ObjectProperty<Palette> paletteProperty() {
    return palette;
  }

  /** What rows are painted with. */
  ReadOnlyObjectProperty<Ink> inkProperty() {
    return ink.getReadOnlyProperty();
  }
}
