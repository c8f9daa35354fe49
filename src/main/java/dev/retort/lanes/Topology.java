package dev.retort.lanes;

import dev.retort.revision.RevisionId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the layout needs to know of a graph, as arrays over its nodes: the algorithms run over
 * numbers, not over ids. Names that no revision has and revisions that name themselves are left
 * out; the graph reports them.
 */
final class Topology {
  private static final long NO_DATE = Long.MIN_VALUE;

  private final RevisionId[] ids;
  private final int[][] parents;
  private final int[][] dependencies;
  private final boolean[] opensBranch;
  private final long[] dates;

  private Topology(int size) {
    ids = new RevisionId[size];
    parents = new int[size][];
    dependencies = new int[size][];
    opensBranch = new boolean[size];
    dates = new long[size];
  }

  /** Rows in load order. */
  static Topology of(List<LaneInput> inputs) {
    Map<RevisionId, Integer> numbers = HashMap.newHashMap(inputs.size());
    for (LaneInput input : inputs) {
      numbers.put(input.id(), numbers.size());
    }
    Topology topology = new Topology(inputs.size());
    for (int node = 0; node < inputs.size(); node++) {
      LaneInput input = inputs.get(node);
      topology.ids[node] = input.id();
      topology.parents[node] = known(input.parents(), numbers);
      topology.dependencies[node] = known(input.dependencies(), numbers);
      topology.opensBranch[node] = input.opensBranch();
      topology.dates[node] = CreateDate.micros(input.date()).orElse(NO_DATE);
    }
    return topology;
  }

  private static int[] known(List<RevisionId> ids, Map<RevisionId, Integer> numbers) {
    return ids.stream()
        .map(numbers::get)
        .filter(Objects::nonNull)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The same graph with the nodes renumbered; edges that would not lead down are left out. */
  Topology inRows(int[] order) {
    int[] rank = new int[size()];
    for (int i = 0; i < order.length; i++) {
      rank[order[i]] = i;
    }
    Topology rows = new Topology(order.length);
    for (int i = 0; i < order.length; i++) {
      int here = i;
      int node = order[i];
      rows.ids[i] = ids[node];
      rows.parents[i] =
          Arrays.stream(parents[node]).map(p -> rank[p]).filter(p -> p < here).toArray();
      rows.dependencies[i] =
          Arrays.stream(dependencies[node]).map(d -> rank[d]).filter(d -> d < here).toArray();
      rows.opensBranch[i] = opensBranch[node];
      rows.dates[i] = dates[node];
    }
    return rows;
  }

  int size() {
    return ids.length;
  }

  RevisionId id(int node) {
    return ids[node];
  }

  /** What a node revises, in the order written. */
  int[] parents(int node) {
    return parents[node];
  }

  /** What a node depends on and does not revise. */
  int[] dependencies(int node) {
    return dependencies[node];
  }

  /** Whether the node carries a branch label of its own. */
  boolean opensBranch(int node) {
    return opensBranch[node];
  }

  /** When each was made, in a unit that only compares; the least value where that is not known. */
  long[] dates() {
    return dates.clone();
  }

  /** For each node, the nodes that revise it, in ascending order. */
  int[][] children() {
    return reversed(parents);
  }

  /** For each node, the nodes that revise it or depend on it. */
  int[][] above() {
    int[][] below = new int[size()][];
    for (int node = 0; node < size(); node++) {
      int[] both = Arrays.copyOf(parents[node], parents[node].length + dependencies[node].length);
      System.arraycopy(
          dependencies[node], 0, both, parents[node].length, dependencies[node].length);
      below[node] = both;
    }
    return reversed(below);
  }

  private static int[][] reversed(int[][] edges) {
    int[] counts = new int[edges.length];
    for (int[] targets : edges) {
      for (int target : targets) {
        counts[target]++;
      }
    }
    int[][] reversed = new int[edges.length][];
    for (int node = 0; node < edges.length; node++) {
      reversed[node] = new int[counts[node]];
    }
    for (int node = edges.length - 1; node >= 0; node--) {
      for (int target : edges[node]) {
        reversed[target][--counts[target]] = node;
      }
    }
    return reversed;
  }
}
