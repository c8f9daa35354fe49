package dev.retort.ui.widget.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;

/**
 * What is marked in the SQL shown: the lines of the statement under way, those of one that failed,
 * and in these the word that the server found fault with. They are painted again whenever the rows
 * are put in anew. Toolkit's thread.
 */
final class SqlMarks {
  /** More lines than these are never in sight together. */
  private static final int MOST_LINES = 2_000;

  private final CodeArea area;
  private Lines current = Lines.NONE;
  private Lines failed = Lines.NONE;
  private int error = -1;

  /** Lines of the whole text, 1-based, inclusive. */
  private record Lines(int first, int last) {
    static final Lines NONE = new Lines(0, 0);

    boolean has(int line) {
      return first > 0 && first <= line && line <= last;
    }
  }

  SqlMarks(CodeArea area) {
    this.area = area;
  }

  /** Another text is shown, in which nothing is marked. */
  void forget() {
    current = Lines.NONE;
    failed = Lines.NONE;
    error = -1;
  }

  /** The statement under way is on these lines; none if the first is 0. */
  void current(SqlRows rows, int first, int last) {
    Lines before = current;
    current = new Lines(first, last);
    paint(rows, before);
    paint(rows, current);
  }

  /** A statement failed on these lines, at an offset of the text; -1 where nobody said where. */
  void failed(SqlRows rows, int first, int last, int offset) {
    failed = new Lines(first, last);
    error = offset;
    paint(rows, failed);
  }

  /** Paints all of it on rows that were put in just now. */
  void paint(SqlRows rows) {
    paint(rows, current);
    paint(rows, failed);
  }

  private void paint(SqlRows rows, Lines lines) {
    int shown = area.getParagraphs().size();
    int most = Math.min(lines.last(), lines.first() + MOST_LINES);
    for (int line = lines.first(); lines.first() > 0 && line <= most; line++) {
      int place = rows.placeAt(rows.text().start(rows.text().rowOfLine(line)));
      if (place < shown) {
        area.setParagraphStyle(place, style(line));
      }
    }
  }

  private List<String> style(int line) {
    return failed.has(line)
        ? List.of("failed-line")
        : current.has(line) ? List.of("current-line") : List.of();
  }

  /** Underlines the word at fault, if it is between two places that were coloured just now. */
  void underline(SqlRows rows, int firstPlace, int lastPlace) {
    if (error < 0) {
      return;
    }
    int place = rows.placeAt(error);
    if (place < firstPlace || place > lastPlace) {
      return;
    }
    rows.shownOffset(error)
        .ifPresent(
            start -> {
              int end = start + wordLength(rows.text().text(), error);
              StyleSpans<Collection<String>> spans =
                  area.getStyleSpans(start, Math.min(end, area.getLength()));
              area.setStyleSpans(
                  start,
                  spans.mapStyles(
                      styles -> {
                        List<String> all = new ArrayList<>(styles);
                        all.add("error-word");
                        return all;
                      }));
            });
  }

  private static int wordLength(String text, int offset) {
    int end = offset;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    return Math.max(1, end - offset);
  }
}
