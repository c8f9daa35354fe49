package dev.retort.ui.graph;

import dev.retort.revision.RevisionId;
import dev.retort.ui.widget.StateMark.State;
import java.util.List;

/**
 * What one row of the list says.
 *
 * @param labels branch labels given by this revision itself
 * @param head whether nothing revises it
 * @param base whether it revises nothing
 * @param date the day it was made, as written in its file; may be empty
 * @param state on the chosen profile's database
 */
public record RevisionRow(
    RevisionId id,
    String message,
    List<String> labels,
    boolean head,
    boolean base,
    String date,
    State state) {

  /** Copies the list. */
  public RevisionRow {
    labels = List.copyOf(labels);
  }

  /** The row in words, for screen readers. */
  String spoken() {
    return id
        + ", "
        + message
        + ", "
        + stateWord()
        + (head ? ", head" : "")
        + (base ? ", base" : "");
  }

  /** The state in a word; a database that was not reached has none. */
  String stateWord() {
    return switch (state) {
      case APPLIED -> "applied";
      case CURRENT -> "current";
      case PENDING -> "pending";
      case UNKNOWN -> "";
    };
  }
}
