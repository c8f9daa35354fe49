package dev.retort.shadow;

import dev.retort.schema.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An object that two snapshots do not have alike.
 *
 * @param before the statements that make it, in the first
 * @param after the same in the second
 */
public record ObjectChange(ObjectId object, Optional<String> before, Optional<String> after) {

  /** What has become of the object. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /** What has become of it, from the first to the second. */
  public Kind kind() {
    return before.isEmpty() ? Kind.ADDED : after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
  }

  /** How many lines of SQL are not in both; the same ones in another order count as one. */
  public int lines() {
    List<String> was = lines(before);
    List<String> is = lines(after);
    return Math.max(1, without(was, is) + without(is, was));
  }

  /** Without the comma that all but the last column have. */
  private static List<String> lines(Optional<String> text) {
    return text.stream()
        .flatMap(String::lines)
        .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
        .toList();
  }

  private static int without(List<String> lines, List<String> others) {
    List<String> left = new ArrayList<>(lines);
    others.forEach(left::remove);
    return left.size();
  }

  /** In words: {@code index public.i is missing}. */
  public String display() {
    return object
        + (after.isEmpty() ? " is missing" : before.isEmpty() ? " is left behind" : " is other");
  }
}
