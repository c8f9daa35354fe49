package dev.retort.ui.widget.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a text that are shown while some of its folds are closed. What is shown is a text of
 * its own, in which an offset means something else than in the whole one; this translates between
 * the two. Immutable, any thread.
 */
final class SqlRows {
  private final SqlText text;
  private final int[] shown;
  private final int[] starts;
  private final Map<Integer, Fold> foldAt = new HashMap<>();
  private final Set<Fold> closed;

  private SqlRows(SqlText text, int[] shown, int[] starts, List<Fold> folds, Set<Fold> closed) {
    this.text = text;
    this.shown = shown;
    this.starts = starts;
    this.closed = Set.copyOf(closed);
    folds.forEach(fold -> foldAt.put(text.rowOfLine(fold.firstLine()), fold));
  }

  /** The rows of a text outside of its closed folds. */
  static SqlRows of(SqlText text, List<Fold> folds, Set<Fold> closed) {
    int[] shown = new int[text.rows()];
    int[] starts = new int[text.rows()];
    int count = 0;
    int offset = 0;
    int row = 0;
    List<Fold> gone =
        folds.stream()
            .filter(closed::contains)
            .sorted(java.util.Comparator.comparingInt(Fold::firstLine))
            .toList();
    int next = 0;
    int all = withoutEmptyEnd(text);
    while (row < all) {
      shown[count] = row;
      starts[count++] = offset;
      offset += text.end(row) - text.start(row) + 1;
      boolean lastOfLine = row + 1 == text.rows() || !text.continued(row + 1);
      while (next < gone.size() && gone.get(next).firstLine() < text.number(row)) {
        next++;
      }
      boolean folds1 =
          lastOfLine && next < gone.size() && gone.get(next).firstLine() == text.number(row);
      row = folds1 ? afterLine(text, gone.get(next).lastLine()) : row + 1;
    }
    return new SqlRows(
        text, Arrays.copyOf(shown, count), Arrays.copyOf(starts, count), folds, closed);
  }

  /** A number beside nothing says nothing: the empty lines at the end are not shown. */
  private static int withoutEmptyEnd(SqlText text) {
    int all = text.rows();
    while (all > 1 && text.start(all - 1) == text.end(all - 1)) {
      all--;
    }
    return all;
  }

  private static int afterLine(SqlText text, int line) {
    int row = text.rowOfLine(line) + 1;
    while (row < text.rows() && text.number(row) <= line) {
      row++;
    }
    return row;
  }

  /** The text these are rows of. */
  SqlText text() {
    return text;
  }

  /** How many are shown. */
  int count() {
    return shown.length;
  }

  /** The row of the text that is shown in a place. */
  int row(int place) {
    return shown[place];
  }

  /** What stands in a place. */
  String line(int place) {
    return text.text().substring(text.start(shown[place]), text.end(shown[place]));
  }

  /** All that is shown, its rows parted by newlines. */
  String shownText() {
    List<String> lines = new ArrayList<>(shown.length);
    for (int place = 0; place < shown.length; place++) {
      lines.add(line(place));
    }
    return String.join("\n", lines);
  }

  /** Where a row shown begins in what is shown. */
  int shownStart(int place) {
    return starts[place];
  }

  /** The place in which an offset of the whole text is shown; the fold's line if it is folded. */
  int placeAt(int offset) {
    int found = Arrays.binarySearch(shown, text.rowAt(offset));
    return found >= 0 ? found : -found - 2;
  }

  /** Where an offset of the whole text stands in what is shown; empty if it is folded away. */
  Optional<Integer> shownOffset(int offset) {
    int place = placeAt(offset);
    int within = offset - text.start(shown[place]);
    int length = text.end(shown[place]) - text.start(shown[place]);
    return text.rowAt(offset) == shown[place]
        ? Optional.of(starts[place] + Math.min(within, length))
        : Optional.empty();
  }

  /**
   * What was meant by a stretch of what is shown: verbatim, with its own line ends, without those
   * that only a long line's cuts have, and with all that is folded away inside it.
   */
  String meant(int shownFrom, int shownTo) {
    int last = shown.length - 1;
    // Behind the last row shown there may be more that is folded away, or empty lines.
    int end = starts[last] + text.end(shown[last]) - text.start(shown[last]);
    return text.text()
        .substring(whole(shownFrom), shownTo == end ? text.text().length() : whole(shownTo));
  }

  private int whole(int shownOffset) {
    int found = Arrays.binarySearch(starts, shownOffset);
    int place = found >= 0 ? found : -found - 2;
    return Math.min(text.start(shown[place]) + shownOffset - starts[place], text.end(shown[place]));
  }

  /** The fold that begins in a place. */
  Optional<Fold> fold(int place) {
    return text.continued(shown[place])
        ? Optional.empty()
        : Optional.ofNullable(foldAt.get(shown[place]));
  }

  /** Whether a fold is closed. */
  boolean closed(Fold fold) {
    return closed.contains(fold);
  }
}
