package dev.retort.ui.graph.picture;

import dev.retort.lanes.LaneInput;
import dev.retort.revision.RevisionId;
import dev.retort.ui.graph.picture.Shown.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folds long straight stretches into a row each. Only what has one parent, one child and nothing
 * else to show may be folded: no label, no database, neither head nor base.
 */
final class Folding {
  /** Fewer than this are not worth folding. */
  static final int SHORTEST = 4;

  private final Shown shown;
  private final Set<RevisionId> unfolded;
  private final Map<RevisionId, LaneInput> inputs = new HashMap<>();
  private final Map<RevisionId, Integer> children = new HashMap<>();
  private final Map<RevisionId, RevisionId> onlyChild = new HashMap<>();
  private final Map<RevisionId, RunRow> runOf = new HashMap<>();

  /**
   * Folds rows.
   *
   * @param unfolded the oldest revisions of stretches that stay as they are
   */
  Folding(Shown shown, Set<RevisionId> unfolded) {
    this.shown = shown;
    this.unfolded = unfolded;
    for (LaneInput input : shown.inputs()) {
      inputs.put(input.id(), input);
      for (RevisionId parent : input.parents()) {
        children.merge(parent, 1, Integer::sum);
        onlyChild.put(parent, input.id());
      }
      // Whatever a dashed line leads to stays, as if two revised it.
      input.dependencies().forEach(dependency -> children.merge(dependency, 2, Integer::sum));
    }
  }

  Shown fold() {
    for (LaneInput input : shown.inputs()) {
      if (plain(input.id()) && !continues(input)) {
        gather(input.id());
      }
    }
    if (runOf.isEmpty()) {
      return shown;
    }
    List<LaneInput> folded = new ArrayList<>();
    Map<RevisionId, GraphRow> rows = new HashMap<>(shown.rows());
    Set<Link> skipping = new HashSet<>();
    for (LaneInput input : shown.inputs()) {
      RunRow run = runOf.get(input.id());
      if (run == null) {
        folded.add(redirected(input));
      } else if (run.id().equals(input.id())) {
        rows.put(run.id(), run);
        folded.add(redirected(input));
      } else {
        rows.remove(input.id());
      }
    }
    for (Link link : shown.skipping()) {
      skipping.add(new Link(standIn(link.child()), standIn(link.parent())));
    }
    return new Shown(folded, rows, skipping);
  }

  /** A stretch from its oldest up. */
  private void gather(RevisionId oldest) {
    List<RevisionId> members = new ArrayList<>();
    @Nullable RevisionId next = oldest;
    while (next != null && plain(next) && alike(oldest, next)) {
      members.add(next);
      next = onlyChild.get(next);
    }
    if (members.size() >= SHORTEST && !unfolded.contains(oldest)) {
      GraphRow first = row(oldest);
      RunRow run = new RunRow(members.reversed(), first.state(), first.otherState());
      members.forEach(member -> runOf.put(member, run));
    }
  }

  /** Whether the row below belongs to the same stretch. */
  private boolean continues(LaneInput input) {
    RevisionId parent = input.parents().getFirst();
    return inputs.containsKey(parent) && plain(parent) && alike(parent, input.id());
  }

  private boolean plain(RevisionId id) {
    LaneInput input = Objects.requireNonNull(inputs.get(id));
    return input.parents().size() == 1
        && inputs.containsKey(input.parents().getFirst())
        && input.dependencies().isEmpty()
        && children.getOrDefault(id, 0) == 1
        && row(id) instanceof RevisionRow revision
        && revision.labels().isEmpty()
        && revision.databases().isEmpty();
  }

  private boolean alike(RevisionId one, RevisionId other) {
    return row(one).state() == row(other).state()
        && row(one).otherState().equals(row(other).otherState());
  }

  private GraphRow row(RevisionId id) {
    return Objects.requireNonNull(shown.rows().get(id));
  }

  private LaneInput redirected(LaneInput input) {
    return new LaneInput(
        input.id(),
        input.parents().stream().map(this::standIn).toList(),
        input.dependencies(),
        input.opensBranch(),
        input.date());
  }

  private RevisionId standIn(RevisionId id) {
    RunRow run = runOf.get(id);
    return run == null ? id : run.id();
  }
}
