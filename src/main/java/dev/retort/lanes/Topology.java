package dev.retort.lanes;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

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

  /** The graph in load order. */
  static Topology of(RevisionGraph graph) {
    List<Revision> revisions = graph.revisions();
    Map<RevisionId, Integer> numbers = HashMap.newHashMap(revisions.size());
    for (Revision revision : revisions) {
      numbers.put(revision.id(), numbers.size());
    }
    Topology topology = new Topology(revisions.size());
    for (int node = 0; node < revisions.size(); node++) {
      Revision revision = revisions.get(node);
      Set<RevisionId> revised = new LinkedHashSet<>(revision.downRevisions());
      revised.remove(revision.id());
      topology.ids[node] = revision.id();
      topology.parents[node] = known(revised.stream(), numbers);
      topology.dependencies[node] =
          known(
              graph.dependencies(revision.id()).stream()
                  .filter(id -> !revised.contains(id) && !id.equals(revision.id()))
                  .distinct(),
              numbers);
      topology.opensBranch[node] = !revision.branchLabels().isEmpty();
      topology.dates[node] = CreateDate.micros(revision.createDate()).orElse(NO_DATE);
    }
    return topology;
  }

  private static int[] known(Stream<RevisionId> ids, Map<RevisionId, Integer> numbers) {
    return ids.map(numbers::get).filter(Objects::nonNull).mapToInt(Integer::intValue).toArray();
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
