package dev.retort.ui.widget.diff;

import dev.retort.ui.widget.diff.Words.Stretch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the words in which two lines differ, and how much two lines have in common. */
final class WordDiff {
  /** Below this there is more to mark than to leave; the whole lines differ then. */
  private static final double ALIKE = 0.3;

  /** Lines with more words than this are not looked into. */
  private static final int MOST_WORDS = 1_000;

  private WordDiff() {}

  /** What to mark in two lines. */
  static Words of(String before, String after) {
    List<String> old = words(before);
    List<String> now = words(after);
    if (old.size() > MOST_WORDS || now.size() > MOST_WORDS || likeness(old, now) < ALIKE) {
      return Words.NONE;
    }
    List<Stretch> marksBefore = new ArrayList<>();
    List<Stretch> marksAfter = new ArrayList<>();
    Sequences.differences(old, now, MOST_WORDS)
        .ifPresent(
            changes ->
                changes.forEach(
                    change -> {
                      mark(marksBefore, before, old, change.startOriginal, change.endOriginal);
                      mark(marksAfter, after, now, change.startRevised, change.endRevised);
                    }));
    return new Words(List.copyOf(marksBefore), List.copyOf(marksAfter));
  }

  /** The part of two lines' words that they share, from 0 to 1; blanks do not count. */
  static double likeness(List<String> before, List<String> after) {
    Map<String, Integer> counts = new HashMap<>();
    int weight = 0;
    for (String word : before) {
      counts.merge(word, 1, Integer::sum);
      weight += weight(word);
    }
    int shared = 0;
    int other = 0;
    for (String word : after) {
      other += weight(word);
      if (counts.getOrDefault(word, 0) > 0) {
        counts.merge(word, -1, Integer::sum);
        shared += weight(word);
      }
    }
    int most = Math.max(weight, other);
    return most == 0 ? 1 : (double) shared / most;
  }

  private static int weight(String word) {
    return word.isBlank() ? 0 : word.length();
  }

  /** Words, blanks and single signs; end to end they are the line. */
  static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      int end = at + 1;
      int kind = kind(line.charAt(at));
      while (kind != SIGN && end < line.length() && kind(line.charAt(end)) == kind) {
        end++;
      }
      words.add(line.substring(at, end));
      at = end;
    }
    return words;
  }

  private static final int SIGN = 0;
  private static final int WORD = 1;
  private static final int BLANK = 2;

  private static int kind(char c) {
    if (Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c)) {
      return WORD;
    }
    return Character.isWhitespace(c) ? BLANK : SIGN;
  }

  private static void mark(
      List<Stretch> marks, String line, List<String> words, int first, int end) {
    if (first == end) {
      return;
    }
    int from = words.subList(0, first).stream().mapToInt(String::length).sum();
    int to = from + words.subList(first, end).stream().mapToInt(String::length).sum();
    // Two marks with blanks alone between them read as one.
    if (!marks.isEmpty() && line.substring(marks.getLast().to(), from).isBlank()) {
      marks.add(new Stretch(marks.removeLast().from(), to));
    } else {
      marks.add(new Stretch(from, to));
    }
  }
}
