package dev.retort.schema.diff;

import java.util.ArrayList;
import java.util.List;

/** Writes changes as a list for people, the same on the command line and in the client. */
public final class ChangeList {
  private ChangeList() {}

  /**
   * One line.
   *
   * @param depth 0 for an object, 1 for what differs within it
   * @param mark what became of it
   * @param text without sign and indentation
   */
  public record Line(int depth, Difference.Mark mark, String text) {
    @Override
    public String toString() {
      return "  ".repeat(depth) + mark.sign() + " " + text;
    }
  }

  /** The lines: every object, each followed by what differs within it. */
  public static List<Line> lines(List<SchemaChange> changes) {
    List<Line> lines = new ArrayList<>();
    for (SchemaChange change : changes) {
      lines.add(new Line(0, change.mark(), change.id() + guess(change)));
      change.differences().stream()
          .map(difference -> new Line(1, difference.mark(), difference.words()))
          .forEach(lines::add);
    }
    return lines;
  }

  private static String guess(SchemaChange change) {
    return change instanceof SchemaChange.Removed(var gone, List<Guess> guesses)
            && !guesses.isEmpty()
        ? " (" + guesses.getFirst().words() + ")"
        : "";
  }

  /** The lines as one text, each with a line feed; empty for no changes. */
  public static String text(List<SchemaChange> changes) {
    StringBuilder text = new StringBuilder();
    lines(changes).forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}
