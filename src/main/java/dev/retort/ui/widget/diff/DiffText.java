package dev.retort.ui.widget.diff;

import dev.retort.ui.widget.diff.Words.Stretch;
import dev.retort.ui.widget.sql.SqlText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One column of a comparison as a text: what stands in each place, and what was meant by a stretch
 * of it. Immutable, any thread.
 */
final class DiffText {
  private final DiffShown shown;
  private final Column column;
  private final int[] starts;

  DiffText(DiffShown shown, Column column) {
    this.shown = shown;
    this.column = column;
    this.starts = new int[count(shown)];
    int offset = 0;
    for (int place = 0; place < starts.length; place++) {
      starts[place] = offset;
      offset += line(place).length() + 1;
    }
  }

  /** A text area has a line even where there is nothing. */
  private static int count(DiffShown shown) {
    return Math.max(1, shown.places().size());
  }

  DiffShown shown() {
    return shown;
  }

  /** How many places; at least one. */
  int count() {
    return starts.length;
  }

  /** What stands in a place, on screen. */
  String line(int place) {
    if (shown.places().isEmpty()) {
      return "";
    }
    return switch (shown.places().get(place)) {
      case Equals fold -> fold.inWords();
      case DiffRow row -> row(row) == DiffRow.NONE ? "" : DiffModel.line(source(row), row(row));
    };
  }

  /** How a place looks. */
  Look look(int place) {
    if (shown.places().isEmpty()) {
      return Look.FILLER;
    }
    return switch (shown.places().get(place)) {
      case Equals fold -> Look.FOLD;
      case DiffRow row when row(row) == DiffRow.NONE -> Look.FILLER;
      case DiffRow row when row.isEqual() -> Look.EQUAL;
      case DiffRow row -> fromBefore(row) ? Look.REMOVED : Look.ADDED;
    };
  }

  /** The words to mark in a row. */
  List<Stretch> words(DiffRow row) {
    return fromBefore(row) ? row.words().before() : row.words().after();
  }

  /** The text that a row's line is taken from. */
  SqlText source(DiffRow row) {
    return fromBefore(row) ? shown.model().before() : shown.model().after();
  }

  /** The row of that text; {@link DiffRow#NONE} if it has none. */
  int row(DiffRow row) {
    return fromBefore(row) ? row.before() : row.after();
  }

  private boolean fromBefore(DiffRow row) {
    return switch (column) {
      case BEFORE -> true;
      case AFTER -> false;
      case BOTH -> row.after() == DiffRow.NONE;
    };
  }

  /** The numbers in the margin of a place, one for each text that the column shows. */
  List<String> numbers(int place) {
    if (shown.places().isEmpty() || !(shown.places().get(place) instanceof DiffRow row)) {
      return column == Column.BOTH ? List.of("", "") : List.of("");
    }
    String before = number(shown.model().before(), row.before());
    String after = number(shown.model().after(), row.after());
    return switch (column) {
      case BEFORE -> List.of(before);
      case AFTER -> List.of(after);
      case BOTH -> List.of(before, after);
    };
  }

  private static String number(SqlText text, int row) {
    if (row == DiffRow.NONE) {
      return "";
    }
    return text.continued(row) ? "·" : String.valueOf(text.number(row));
  }

  /** How wide those numbers get. */
  int digits() {
    SqlText before = shown.model().before();
    SqlText after = shown.model().after();
    int most = Math.max(before.number(before.rows() - 1), after.number(after.rows() - 1));
    return String.valueOf(most).length();
  }

  /** What was meant by a stretch of what is shown: without fillers, with what is folded away. */
  String meant(int from, int to) {
    List<String> lines = new ArrayList<>();
    int first = place(from);
    int last = place(to);
    for (int place = first; place <= last && !shown.places().isEmpty(); place++) {
      int start = place == first ? from - starts[place] : 0;
      String line = line(place);
      int end = place == last ? Math.min(to - starts[place], line.length()) : line.length();
      switch (shown.places().get(place)) {
        case Equals fold ->
            shown.model().rows().subList(fold.first(), fold.end()).stream()
                .map(row -> DiffModel.line(source(row), row(row)))
                .forEach(lines::add);
        case DiffRow row when row(row) == DiffRow.NONE -> {}
        case DiffRow row -> lines.add(line.substring(Math.min(start, end), end));
      }
    }
    return String.join("\n", lines);
  }

  private int place(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }
}
