package dev.retort.ui.widget.sql;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How a file is indented, and what a key adds to it.
 *
 * @param unit one step: a tab, or spaces
 */
record Indentation(String unit) {

  /**
   * What is inserted for the Enter key.
   *
   * @param text the line end and what follows it
   * @param back how far the caret stands before the end of it
   */
  record Break(String text, int back) {}

  /** The way a text is indented; four spaces where it does not say. */
  static Indentation of(String text) {
    int tabs = 0;
    int[] spaces = new int[9];
    int at = 0;
    int seen = 0;
    while (at < text.length() && seen < 5_000) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      int blank = at;
      while (blank < end && text.charAt(blank) == ' ') {
        blank++;
      }
      if (blank < end && blank - at < spaces.length) {
        spaces[blank - at]++;
      }
      if (at < end && text.charAt(at) == '\t') {
        tabs++;
      }
      at = end + 1;
      seen++;
    }
    int odd = spaces[2] + spaces[6];
    int even = spaces[4] + spaces[8];
    if (tabs > odd + even) {
      return new Indentation("\t");
    }
    return new Indentation(odd > 0 ? "  " : "    ");
  }

  /** What it is, in words. */
  String words() {
    return unit.equals("\t") ? "Tabs" : unit.length() + " spaces";
  }

  /** A new line: as deep as this one, deeper behind an opening parenthesis. */
  Break newLine(String before, String after) {
    int blank = 0;
    while (blank < before.length() && " \t".indexOf(before.charAt(blank)) >= 0) {
      blank++;
    }
    String same = "\n" + before.substring(0, blank);
    if (!before.stripTrailing().endsWith("(")) {
      return new Break(same, 0);
    }
    return after.stripLeading().startsWith(")")
        ? new Break(same + unit + same, same.length())
        : new Break(same + unit, 0);
  }

  /** What brings the caret to the next step. */
  String toNextStep(int column) {
    return unit.equals("\t") ? unit : " ".repeat(unit.length() - column % unit.length());
  }

  /** Lines one step further in; empty ones stay empty. */
  String deeper(String lines) {
    return Arrays.stream(lines.split("\n", -1))
        .map(line -> line.isEmpty() ? line : unit + line)
        .collect(Collectors.joining("\n"));
  }

  /** Lines one step further out, as far as they are in. */
  String shallower(String lines) {
    return Arrays.stream(lines.split("\n", -1))
        .map(this::shallowerLine)
        .collect(Collectors.joining("\n"));
  }

  private String shallowerLine(String line) {
    if (line.startsWith("\t")) {
      return line.substring(1);
    }
    int blank = 0;
    while (blank < line.length() && blank < Math.max(1, width()) && line.charAt(blank) == ' ') {
      blank++;
    }
    return line.substring(blank);
  }

  private int width() {
    return unit.equals("\t") ? 4 : unit.length();
  }
}
