package dev.retort.ui.graph.paint;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.paint.Color;

/**
 * The colours of the lanes: those of Okabe and Ito, and of Tol, which people with any kind of
 * colour vision can tell apart, made darker or lighter until they stand out from the background, in
 * the order in which neighbours differ most. Red and amber are left to what they mean elsewhere.
 *
 * @param lanes by column, and then from the first again
 * @param row what rows stand on; like the next two it must be what the style sheet says
 * @param missing for what the files lack
 * @param muted for the second database
 */
public record Palette(
    List<Color> lanes, Color row, Color hovered, Color selected, Color missing, Color muted) {

  /** On white. */
  public static final Palette LIGHT =
      of(
          List.of("#0072b2", "#d55e00", "#aa4499", "#332288", "#009e73", "#7a6a00"),
          "#ffffff",
          "#f3f6f9",
          "#ddf4ff",
          "#cf222e",
          "#57606a");

  /** On near black. */
  public static final Palette DARK =
      of(
          List.of("#56b4e9", "#f0883e", "#2dc08d", "#9d8cff", "#d98bbd", "#e3d265"),
          "#0d1117",
          "#161b22",
          "#13294b",
          "#ff7b72",
          "#8b949e");

  /** Copies the list. */
  public Palette {
    lanes = List.copyOf(lanes);
  }

  private static Palette of(List<String> lanes, String... others) {
    List<Color> more = Stream.of(others).map(Color::web).toList();
    return new Palette(
        lanes.stream().map(Color::web).toList(),
        more.get(0),
        more.get(1),
        more.get(2),
        more.get(3),
        more.get(4));
  }

  /** The colour of a column. */
  Color lane(int column) {
    return lanes.get(column % lanes.size());
  }

  /** How much is left of a colour that is dimmed; on black less is not seen at all. */
  double dim() {
    return row.getBrightness() < 0.5 ? 0.45 : 0.28;
  }

  /** What a row stands on. */
  public Color background(boolean isSelected, boolean isHovered) {
    return isSelected ? selected : isHovered ? hovered : row;
  }
}
