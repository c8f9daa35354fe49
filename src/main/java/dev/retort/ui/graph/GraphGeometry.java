package dev.retort.ui.graph;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleDoubleProperty;

/**
 * How much room lanes and rows take, in pixels. The lanes get at most a third of the view: many of
 * them move closer together first, and then scroll by themselves, so that the message is always in
 * sight.
 */
final class GraphGeometry {
  private static final double ROW = 30;
  private static final double PITCH = 18;
  private static final double NARROWEST_PITCH = 9;
  private static final double MARGIN = 16;
  private static final double SHARE = 0.32;
  private static final double SMALLEST_ZOOM = 0.7;
  private static final double LARGEST_ZOOM = 2;

  private final DoubleProperty zoom = new SimpleDoubleProperty(1);
  private final DoubleProperty offset = new SimpleDoubleProperty(0);
  private final ReadOnlyDoubleWrapper pitch = new ReadOnlyDoubleWrapper(PITCH);
  private final ReadOnlyDoubleWrapper width = new ReadOnlyDoubleWrapper(0);
  private final ReadOnlyDoubleWrapper farthest = new ReadOnlyDoubleWrapper(0);
  private int columns;
  private double viewWidth = 800;

  /** Gives room to a number of columns in a view of some width. */
  void fit(int columns, double viewWidth) {
    this.columns = columns;
    this.viewWidth = viewWidth;
    arrange();
  }

  private void arrange() {
    double gaps = Math.max(0, columns - 1);
    double bound = Math.max(MARGIN * 4, Math.floor(viewWidth * SHARE));
    double wide = Math.round(PITCH * zoom.get());
    double narrow = Math.round(NARROWEST_PITCH * zoom.get());
    double room = bound - 2 * MARGIN;
    double fitting = gaps == 0 ? wide : Math.floor(room / gaps);
    pitch.set(Math.max(narrow, Math.min(wide, fitting)));
    double full = 2 * MARGIN + gaps * pitch.get();
    width.set(Math.min(full, bound));
    farthest.set(full - width.get());
    offset.set(Math.max(0, Math.min(offset.get(), farthest.get())));
  }

  /** Scrolls the lanes, if need be, until a column is seen. */
  void reveal(int column) {
    double x = MARGIN + column * pitch.get();
    if (x - offset.get() < MARGIN) {
      offset.set(Math.max(0, x - MARGIN));
    } else if (x - offset.get() > width.get() - MARGIN) {
      offset.set(Math.min(farthest.get(), x - width.get() + MARGIN));
    }
  }

  /** Where a column is, before scrolling. */
  double x(int column) {
    return MARGIN + column * pitch.get();
  }

  /** Makes everything larger or smaller by a factor; 0 goes back to the usual size. */
  void zoomBy(double factor) {
    zoomTo(factor == 0 ? 1 : Math.round(zoom.get() * factor * 20) / 20.0);
  }

  /** Makes everything a multiple of its usual size, within limits. */
  void zoomTo(double wanted) {
    zoom.set(Math.max(SMALLEST_ZOOM, Math.min(LARGEST_ZOOM, wanted)));
    arrange();
  }

  /** The height of a row. */
  double rowHeight() {
    return Math.round(ROW * zoom.get());
  }

  /** 1 is the usual size. */
  DoubleProperty zoomProperty() {
    return zoom;
  }

  /** How far the lanes are scrolled to the right. */
  DoubleProperty offsetProperty() {
    return offset;
  }

  /** The distance of two columns. */
  ReadOnlyDoubleProperty pitchProperty() {
    return pitch.getReadOnlyProperty();
  }

  /** The width that the lanes get. */
  ReadOnlyDoubleProperty widthProperty() {
    return width.getReadOnlyProperty();
  }

  /** How far the lanes can be scrolled; 0 where all of them fit. */
  ReadOnlyDoubleProperty farthestProperty() {
    return farthest.getReadOnlyProperty();
  }
}
