package dev.retort.engine;

import dev.retort.execute.state.DatabaseState;
import dev.retort.graph.Overlap;
import dev.retort.graph.RevisionGraph;
import dev.retort.plan.resume.Resumer;
import dev.retort.plan.resume.Situation;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a database is on a graph: an answer to "what is applied, what is pending". Immutable. */
public final class Position {
  private final DatabaseState state;
  private final List<RevisionId> unknown;
  private final Set<RevisionId> current;
  private final Set<RevisionId> applied;
  private final List<RevisionId> pending;
  private final Optional<Overlap> overlap;
  private final Optional<Situation> stopped;

  /** A database's state on a graph; the graph may have problems. */
  public Position(DatabaseState state, RevisionGraph graph) {
    this.state = state;
    this.unknown = state.heads().stream().filter(id -> graph.find(id).isEmpty()).toList();
    List<RevisionId> known =
        state.heads().stream().filter(id -> graph.find(id).isPresent()).toList();
    this.current = new LinkedHashSet<>(known);
    this.overlap = graph.overlap(known);
    this.stopped =
        graph.problems().isEmpty()
            ? state
                .stopped()
                .map(mark -> new Resumer(graph, state.heads(), mark, state.traces()).situation())
            : Optional.empty();
    this.applied = graph.ancestors(known, true);
    this.pending =
        graph.revisions().stream().map(Revision::id).filter(id -> !applied.contains(id)).toList();
  }

  /** What was read from the database. */
  public DatabaseState state() {
    return state;
  }

  /** The rows of the version table, in the table's own order. */
  public List<RevisionId> heads() {
    return state.heads();
  }

  /** Rows that no revision file has. */
  public List<RevisionId> unknown() {
    return unknown;
  }

  /** Two rows of which one includes the other: only one of them should be there. */
  public Optional<Overlap> overlap() {
    return overlap;
  }

  /** The step that stopped midway, with what can be done about it; for a sound graph only. */
  public Optional<Situation> stopped() {
    return stopped;
  }

  /** Everything the rows include, themselves as well. */
  public Set<RevisionId> applied() {
    return java.util.Collections.unmodifiableSet(applied);
  }

  /** Everything the rows do not include, in load order. */
  public List<RevisionId> pending() {
    return pending;
  }

  /** Where one revision stands. */
  public RevisionStatus status(RevisionId id) {
    if (current.contains(id)) {
      return RevisionStatus.CURRENT;
    }
    return applied.contains(id) ? RevisionStatus.APPLIED : RevisionStatus.PENDING;
  }
}
