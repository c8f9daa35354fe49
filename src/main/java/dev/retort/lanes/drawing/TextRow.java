package dev.retort.lanes.drawing;

import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/**
 * One line of a text drawing, in parts, so that a terminal can colour them.
 *
 * @param lanes the lines and the mark, without blanks at its end
 * @param revision what stands in this line; absent for one that only connects
 */
public record TextRow(String lanes, Optional<Entry> revision) {

  /**
   * What is said about a revision.
   *
   * @param message one line, without control characters
   * @param labels the branch labels it carries itself
   */
  public record Entry(
      RevisionId id,
      RevisionState state,
      String message,
      List<String> labels,
      boolean head,
      boolean base) {
    /** Copies the labels. */
    public Entry {
      labels = List.copyOf(labels);
    }

    /** Labels and place, as text: {@code [audit] (head)}; empty where there is nothing to say. */
    public String tags() {
      StringBuilder tags = new StringBuilder();
      if (!labels.isEmpty()) {
        tags.append(" [").append(String.join(", ", labels)).append(']');
      }
      return tags.append(head ? " (head)" : "").append(base ? " (base)" : "").toString().strip();
    }
  }
}
