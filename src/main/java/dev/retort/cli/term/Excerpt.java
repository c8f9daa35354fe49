package dev.retort.cli.term;

import dev.retort.execute.failure.StatementFailedException.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of SQL that an error is about, with their numbers in the file, and a caret under what
 * the server pointed at; so that nobody has to open the file to see what failed.
 */
final class Excerpt {
  /** Of a statement whose error has no place of its own, so many lines are shown. */
  private static final int LINES = 4;

  /** A longer line is cut: it is to be recognised, not read. */
  private static final int WIDTH = 160;

  private final Place place;

  Excerpt(Place place) {
    this.place = place;
  }

  /** The lines, to be printed one below the other; none where the statement is in no file. */
  List<String> lines() {
    int first = place.statement().line();
    int inside = place.line() - first;
    if (first < 1 || inside < 0) {
      return List.of();
    }
    List<String> sql = place.statement().sql().lines().skip(inside).limit(LINES + 1L).toList();
    if (sql.isEmpty()) {
      return List.of();
    }
    // A place in the middle of the statement is the server's; its beginning may mean just that.
    boolean pointed = inside > 0 || place.column() > place.statement().column();
    int shown = pointed ? 1 : Math.min(sql.size(), LINES);
    int digits = String.valueOf(place.line() + shown - 1).length();
    // The first line of a statement that stands behind another on its line.
    int indent = inside == 0 ? place.statement().column() - 1 : 0;
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < shown; i++) {
      String text = i == 0 ? " ".repeat(indent) + sql.get(0) : sql.get(i);
      lines.add(margin(digits, String.valueOf(place.line() + i)) + cut(text));
      if (i == 0 && pointed && place.column() <= WIDTH) {
        lines.add(margin(digits, "") + caret(text));
      }
    }
    if (shown < sql.size() && !pointed) {
      lines.add(margin(digits, "") + "…");
    }
    return lines;
  }

  private static String margin(int digits, String number) {
    return "  " + " ".repeat(digits - number.length()) + number + " | ";
  }

  /** As wide as the text before it, tabs included. */
  private String caret(String text) {
    int before = Math.min(Math.max(place.column() - 1, 0), text.length());
    return text.substring(0, before).replaceAll("[^\\t]", " ") + "^";
  }

  private static String cut(String line) {
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH) + "…";
  }
}
