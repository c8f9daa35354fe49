package dev.retort.ui.graph.picture;

import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A revision.
 *
 * @param labels branch labels given by this revision itself
 * @param head whether nothing revises it
 * @param base whether it revises nothing
 * @param date the day it was made, as written in its file; may be empty
 * @param noWayBack whether it cannot be downgraded
 * @param autocommit whether a direction of it runs outside a transaction
 */
public record RevisionRow(
    RevisionId id,
    String message,
    List<String> labels,
    boolean head,
    boolean base,
    String date,
    NodeState state,
    boolean noWayBack,
    boolean autocommit,
    List<DatabaseMark> databases,
    Optional<NodeState> otherState)
    implements GraphRow {

  /** Copies the lists. */
  public RevisionRow {
    labels = List.copyOf(labels);
    databases = List.copyOf(databases);
  }

  @Override
  public String spoken() {
    StringJoiner words = new StringJoiner(", ");
    words.add(id.value()).add(message);
    if (state != NodeState.UNKNOWN) {
      words.add(state.word());
    }
    databases.forEach(mark -> words.add(mark.profile() + " is here"));
    labels.forEach(label -> words.add("branch " + label));
    if (head) {
      words.add("head");
    }
    if (base) {
      words.add("base");
    }
    if (noWayBack) {
      words.add("no downgrade");
    }
    if (autocommit) {
      words.add("not transactional");
    }
    return words.toString();
  }
}
