package dev.retort.lanes;

import java.util.PriorityQueue;

/**
 * Puts revisions into rows: oldest first, each after all that it revises and depends on, and
 * otherwise by date, then by load order.
 *
 * <p>A revision counts as at least as young as everything below it, so that one without a date, or
 * with a wrong one, stays next to its parents. Always taking the least revision that is ready gives
 * an order in which one more revision on top changes nothing about the others.
 *
 * <p>A graph with a cycle has no such order. There, a revision of the cycle is taken as if its
 * parents had been, so that everything is shown; the edge that would lead up is not.
 */
final class RowOrder {
  private final Topology topology;
  private final int[][] above;
  private final int[] waitingFor;
  private final long[] age;
  private final boolean[] taken;
  private final PriorityQueue<Integer> ready;
  private final int[] order;
  private int done;

  private RowOrder(Topology topology) {
    this.topology = topology;
    this.above = topology.above();
    this.age = topology.dates();
    this.waitingFor = new int[topology.size()];
    this.taken = new boolean[topology.size()];
    this.order = new int[topology.size()];
    this.ready = new PriorityQueue<>(this::compare);
  }

  /** The indices of the topology's nodes, oldest first. */
  static int[] oldestFirst(Topology topology) {
    return new RowOrder(topology).run();
  }

  private int compare(int a, int b) {
    return age[a] != age[b] ? Long.compare(age[a], age[b]) : Integer.compare(a, b);
  }

  private int[] run() {
    for (int node = 0; node < topology.size(); node++) {
      waitingFor[node] = topology.parents(node).length + topology.dependencies(node).length;
      if (waitingFor[node] == 0) {
        ready.add(node);
      }
    }
    int firstLeft = 0;
    while (true) {
      takeAllReady();
      while (firstLeft < taken.length && taken[firstLeft]) {
        firstLeft++;
      }
      if (firstLeft == taken.length) {
        return order;
      }
      ready.add(onCycleBelow(firstLeft));
    }
  }

  private void takeAllReady() {
    while (!ready.isEmpty()) {
      int node = ready.remove();
      taken[node] = true;
      order[done++] = node;
      for (int child : above[node]) {
        age[child] = Math.max(age[child], age[node]);
        if (--waitingFor[child] == 0 && !taken[child]) {
          ready.add(child);
        }
      }
    }
  }

  /** With nothing ready, whoever goes down from a node left over comes round in a circle. */
  private int onCycleBelow(int start) {
    boolean[] seen = new boolean[taken.length];
    int node = start;
    while (!seen[node]) {
      seen[node] = true;
      node = someParentLeft(node);
    }
    return node;
  }

  private int someParentLeft(int node) {
    for (int parent : topology.parents(node)) {
      if (!taken[parent]) {
        return parent;
      }
    }
    for (int dependency : topology.dependencies(node)) {
      if (!taken[dependency]) {
        return dependency;
      }
    }
    throw new IllegalStateException("a node without parents left is ready");
  }
}
