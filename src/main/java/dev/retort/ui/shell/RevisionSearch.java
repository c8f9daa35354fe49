package dev.retort.ui.shell;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds revisions by the words of what is typed, among however many there are. */
final class RevisionSearch {
  private static final int MOST = 30;

  private RevisionSearch() {}

  /**
   * Those whose id begins with what is typed, then those whose id and message have all its words,
   * the newest first.
   */
  static List<Revision> find(RevisionGraph graph, String typed) {
    String whole = typed.strip();
    List<String> words =
        Stream.of(whole.toLowerCase(Locale.ROOT).split("\\s+"))
            .filter(one -> !one.isEmpty())
            .toList();
    List<Revision> begin = new ArrayList<>();
    List<Revision> have = new ArrayList<>();
    for (Revision revision : graph.revisions().reversed()) {
      if (begin.size() >= MOST) {
        break;
      }
      if (begins(revision.id().value(), whole)) {
        begin.add(revision);
      } else if (have.size() < MOST && words.stream().allMatch(word -> has(revision, word))) {
        have.add(revision);
      }
    }
    begin.addAll(have);
    return begin.subList(0, Math.min(MOST, begin.size()));
  }

  private static boolean begins(String text, String start) {
    return text.regionMatches(true, 0, start, 0, start.length());
  }

  private static boolean has(Revision revision, String word) {
    return contains(revision.message(), word) || contains(revision.id().value(), word);
  }

  /** Without making another text of every message there is. */
  private static boolean contains(String text, String word) {
    for (int at = 0; at <= text.length() - word.length(); at++) {
      if (text.regionMatches(true, at, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }
}
