package dev.retort.ui.graph.picture;

import dev.retort.lanes.LaneInput;
import dev.retort.lanes.LaneNode;
import dev.retort.revision.RevisionId;
import dev.retort.ui.graph.picture.Shown.Link;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A graph without the rows that a filter leaves out: what is left hangs on the nearest of those
 * below it that are left as well, so that one still sees what comes before what.
 */
final class Kept {
  /** How far one looks for a second way between two rows before a line too many is accepted. */
  private static final int PATIENCE = 500;

  private final Map<RevisionId, LaneInput> all;
  private final Map<RevisionId, Integer> rowOf = new HashMap<>();
  private final Map<RevisionId, Set<RevisionId>> nearest = new HashMap<>();
  private final Map<RevisionId, Set<RevisionId>> nearestDependencies = new HashMap<>();
  private final Map<RevisionId, Set<RevisionId>> below = new HashMap<>();
  private final Map<RevisionId, GraphRow> rows = new HashMap<>();
  private final List<LaneInput> inputs = new ArrayList<>();
  private final Set<Link> skipping = new HashSet<>();

  private Kept(Base base) {
    all = HashMap.newHashMap(base.inputs().size());
    base.inputs().forEach(input -> all.put(input.id(), input));
    base.layout().nodes().forEach(node -> rowOf.put(node.id(), node.row()));
  }

  /** The rows of a base that a filter lets through. */
  static Shown of(Base base, Predicate<GraphRow> filter) {
    Kept kept = new Kept(base);
    for (LaneNode node : base.layout().nodes().reversed()) {
      GraphRow row = base.row(node.id());
      LaneInput input = kept.known(node.id());
      if (filter.test(row)) {
        kept.keep(input, row);
      } else {
        kept.pass(input);
      }
    }
    return new Shown(kept.inputs, kept.rows, kept.skipping);
  }

  private LaneInput known(RevisionId id) {
    LaneInput input = all.get(id);
    if (input == null) {
      throw new IllegalStateException("no input for " + id);
    }
    return input;
  }

  private void pass(LaneInput input) {
    nearest.put(input.id(), reduced(solid(input)));
    nearestDependencies.put(input.id(), dashed(input));
  }

  private void keep(LaneInput input, GraphRow row) {
    RevisionId id = input.id();
    Set<RevisionId> parents = reduced(solid(input));
    Set<RevisionId> dependencies = dashed(input);
    dependencies.removeAll(parents);
    parents.stream()
        .filter(parent -> !input.parents().contains(parent))
        .forEach(parent -> skipping.add(new Link(id, parent)));
    dependencies.stream()
        .filter(dependency -> !input.dependencies().contains(dependency))
        .forEach(dependency -> skipping.add(new Link(id, dependency)));
    inputs.add(
        new LaneInput(
            id,
            List.copyOf(parents),
            List.copyOf(dependencies),
            input.opensBranch(),
            input.date()));
    rows.put(id, row);
    below.put(id, parents);
    nearest.put(id, new LinkedHashSet<>(Set.of(id)));
    nearestDependencies.put(id, new LinkedHashSet<>());
  }

  /** What is kept and revised, directly or past rows that are not kept; first parents first. */
  private Set<RevisionId> solid(LaneInput input) {
    Set<RevisionId> found = new LinkedHashSet<>();
    input.parents().forEach(parent -> found.addAll(nearest.getOrDefault(parent, Set.of())));
    return found;
  }

  /** What is kept and depended on, by itself or by a row that is not kept. */
  private Set<RevisionId> dashed(LaneInput input) {
    Set<RevisionId> found = new LinkedHashSet<>();
    for (RevisionId dependency : input.dependencies()) {
      found.addAll(nearest.getOrDefault(dependency, Set.of()));
      found.addAll(nearestDependencies.getOrDefault(dependency, Set.of()));
    }
    for (RevisionId parent : input.parents()) {
      found.addAll(nearestDependencies.getOrDefault(parent, Set.of()));
    }
    return found;
  }

  /** Without those that another of them leads down to anyway. */
  private Set<RevisionId> reduced(Set<RevisionId> some) {
    if (some.size() < 2) {
      return some;
    }
    int deepest = some.stream().mapToInt(this::row).max().orElseThrow();
    Set<RevisionId> reached = new HashSet<>();
    Deque<RevisionId> open = new ArrayDeque<>(some);
    for (int steps = 0; steps < PATIENCE && !open.isEmpty(); steps++) {
      for (RevisionId parent : below.getOrDefault(open.pop(), Set.of())) {
        if (row(parent) <= deepest && reached.add(parent)) {
          open.push(parent);
        }
      }
    }
    Set<RevisionId> left = new LinkedHashSet<>(some);
    left.removeAll(reached);
    return left;
  }

  private int row(RevisionId id) {
    return rowOf.getOrDefault(id, Integer.MAX_VALUE);
  }
}
