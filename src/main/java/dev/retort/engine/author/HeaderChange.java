package dev.retort.engine.author;

import dev.retort.revision.writing.RevisionRewriter;
import java.util.List;

/**
 * The lines of one file that another parent changes.
 *
 * @param firstLine the line where they begin, counted from 1
 * @param before as they are; empty where lines are only added
 * @param after as they would be
 */
public record HeaderChange(
    Rebase.Move move, String message, int firstLine, List<String> before, List<String> after) {

  /** Copies the lists. */
  public HeaderChange {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** What is between the lines that both texts begin with, and those that both end with. */
  static HeaderChange between(Rebase.Move move, String message, RevisionRewriter.Edit edit) {
    List<String> old = edit.before().lines().toList();
    List<String> now = edit.after().lines().toList();
    int most = Math.min(old.size(), now.size());
    int start = 0;
    while (start < most && old.get(start).equals(now.get(start))) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
      end++;
    }
    return new HeaderChange(
        move,
        message,
        start + 1,
        old.subList(start, old.size() - end),
        now.subList(start, now.size() - end));
  }
}
