package dev.retort.ui.widget.diff;

import dev.retort.ui.widget.sql.SqlText;
import java.util.ArrayList;
import java.util.List;

/**
 * Two texts laid beside each other, line by line. Line ends do not make a line differ, but are told
 * apart. Immutable, any thread.
 */
final class DiffModel {
  /** Equal lines that stay around a change, so that one sees where it is. */
  private static final int CONTEXT = 3;

  /** Fewer lines than this are not worth a fold. */
  private static final int FEWEST_FOLDED = 5;

  private final SqlText before;
  private final SqlText after;
  private final List<DiffRow> rows;
  private final List<Hunk> hunks;
  private final List<Equals> folds;
  private final boolean lineEnds;

  /** Rows that follow each other and are not equal; the second is exclusive. */
  record Hunk(int from, int to) {}

  private DiffModel(SqlText before, SqlText after, List<DiffRow> rows) {
    this.before = before;
    this.after = after;
    this.rows = List.copyOf(rows);
    this.hunks = hunks(rows);
    this.folds = folds(hunks, rows.size());
    this.lineEnds = rows.stream().anyMatch(row -> row.isEqual() && lineEndsDiffer(row));
  }

  /** Compares two texts. */
  static DiffModel of(String before, String after) {
    SqlText old = SqlText.of(before);
    SqlText now = SqlText.of(after);
    List<String> oldLines = lines(old);
    List<String> nowLines = lines(now);
    List<DiffRow> rows = new ArrayList<>(Math.max(oldLines.size(), nowLines.size()));
    int b = 0;
    int a = 0;
    for (LineDiff.Block block : LineDiff.of(oldLines, nowLines)) {
      while (b < block.beforeFrom()) {
        rows.add(DiffRow.equal(b++, a++));
      }
      rows.addAll(
          Pairing.of(
              b, oldLines.subList(b, block.beforeTo()), a, nowLines.subList(a, block.afterTo())));
      b = block.beforeTo();
      a = block.afterTo();
    }
    while (b < oldLines.size()) {
      rows.add(DiffRow.equal(b++, a++));
    }
    return new DiffModel(old, now, rows);
  }

  /** A text's lines; what follows its last line end is none. */
  private static List<String> lines(SqlText text) {
    int count = text.rows();
    boolean nothingLast = text.start(count - 1) == text.text().length();
    List<String> lines = new ArrayList<>(count);
    for (int row = 0; row < (nothingLast ? count - 1 : count); row++) {
      lines.add(line(text, row));
    }
    return lines;
  }

  /** A line of a text, without its end. */
  static String line(SqlText text, int row) {
    return text.text().substring(text.start(row), text.end(row));
  }

  private boolean lineEndsDiffer(DiffRow row) {
    return !lineEnd(before, row.before()).equals(lineEnd(after, row.after()));
  }

  private static String lineEnd(SqlText text, int row) {
    int next = row + 1 < text.rows() ? text.start(row + 1) : text.text().length();
    return text.text().substring(text.end(row), next);
  }

  private static List<Hunk> hunks(List<DiffRow> rows) {
    List<Hunk> hunks = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= rows.size(); i++) {
      if (i == rows.size() || rows.get(i).isEqual()) {
        if (i > from) {
          hunks.add(new Hunk(from, i));
        }
        from = i + 1;
      }
    }
    return List.copyOf(hunks);
  }

  private static List<Equals> folds(List<Hunk> hunks, int rows) {
    List<Equals> folds = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= hunks.size() && !hunks.isEmpty(); i++) {
      int first = i == 0 ? 0 : from + CONTEXT;
      int end = i == hunks.size() ? rows : hunks.get(i).from() - CONTEXT;
      if (end - first >= FEWEST_FOLDED) {
        folds.add(new Equals(first, end - first));
      }
      from = i == hunks.size() ? rows : hunks.get(i).to();
    }
    return List.copyOf(folds);
  }

  /** The earlier text. */
  SqlText before() {
    return before;
  }

  /** The later text. */
  SqlText after() {
    return after;
  }

  /** Both texts' lines, in order. */
  List<DiffRow> rows() {
    return rows;
  }

  /** The changes, in order. */
  List<Hunk> hunks() {
    return hunks;
  }

  /** The equal lines that may be folded away, in order. */
  List<Equals> folds() {
    return folds;
  }

  /** How many lines only the later text has. */
  long added() {
    return rows.stream().filter(row -> !row.isEqual() && row.after() != DiffRow.NONE).count();
  }

  /** How many lines only the earlier text has. */
  long removed() {
    return rows.stream().filter(row -> !row.isEqual() && row.before() != DiffRow.NONE).count();
  }

  /** What came out, in a few words. */
  String inWords() {
    if (hunks.isEmpty()) {
      if (lineEnds) {
        return "Only line ends differ; the lines are equal.";
      }
      return rows.isEmpty()
          ? "Both are empty."
          : "No difference: both have the same %,d %s."
              .formatted(rows.size(), rows.size() == 1 ? "line" : "lines");
    }
    String count =
        "%,d %s, +%,d −%,d"
            .formatted(hunks.size(), hunks.size() == 1 ? "change" : "changes", added(), removed());
    return lineEnds ? count + "; line ends differ as well" : count;
  }
}
