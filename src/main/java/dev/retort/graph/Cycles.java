package dev.retort.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The circles in a graph, and whatever stands on one.
 *
 * @param caught every node on a circle or above one, in load order
 * @param circles each circle from one of its nodes downwards; no node is in two of them
 */
record Cycles(List<Node> caught, List<List<Node>> circles) {

  /** Looks for them by one relation. A node below itself is none: that is said of it alone. */
  static Cycles find(
      Collection<Node> nodes, Function<Node, List<Node>> down, Function<Node, List<Node>> up) {
    Set<Node> caught = new LinkedHashSet<>(nodes);
    Walks.bottomUp(nodes, down, up).forEach(caught::remove);
    Map<Node, Node> below = new HashMap<>();
    for (Node node : caught) {
      for (Node other : down.apply(node)) {
        if (other != node && caught.contains(other)) {
          below.putIfAbsent(node, other);
        }
      }
    }
    return new Cycles(List.copyOf(caught), circles(caught, below));
  }

  /** Follows one way down from each node until it meets itself. */
  private static List<List<Node>> circles(Set<Node> caught, Map<Node, Node> below) {
    List<List<Node>> circles = new ArrayList<>();
    Set<Node> done = new HashSet<>();
    for (Node start : caught) {
      Set<Node> way = new LinkedHashSet<>();
      Node at = start;
      while (at != null && !done.contains(at) && way.add(at)) {
        at = below.get(at);
      }
      if (at != null && way.contains(at)) {
        List<Node> walked = new ArrayList<>(way);
        circles.add(List.copyOf(walked.subList(walked.indexOf(at), walked.size())));
      }
      done.addAll(way);
    }
    return circles;
  }
}
