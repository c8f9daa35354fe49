package dev.retort.graph;

import dev.retort.revision.Revision;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A revision with its neighbours. Filled while the graph is built, and left alone from then on. */
final class Node {
  final int index;
  final Revision revision;
  final List<Node> down = new ArrayList<>();
  final List<Node> dependencies = new ArrayList<>();
  final List<Node> children = new ArrayList<>();
  final List<Node> allChildren = new ArrayList<>();
  final Set<String> labels = new LinkedHashSet<>();
  private List<Node> allDown = List.of();
  private List<Node> normalizedDown = List.of();

  Node(int index, Revision revision) {
    this.index = index;
    this.revision = revision;
  }

  String id() {
    return revision.id().value();
  }

  /** Called once the neighbours below are known. */
  void linked() {
    allDown = joined(dependencies);
    normalizedDown = allDown;
  }

  /** Called with the dependencies that no ancestor has already. */
  void normalized(List<Node> kept) {
    normalizedDown = joined(kept);
  }

  /** Down revisions and dependencies, without repeats. */
  List<Node> allDown() {
    return allDown;
  }

  /** Down revisions and those dependencies that no ancestor has already, without repeats. */
  List<Node> normalizedDown() {
    return normalizedDown;
  }

  private List<Node> joined(List<Node> more) {
    if (more.isEmpty()) {
      return down;
    }
    Set<Node> all = new LinkedHashSet<>(down);
    all.addAll(more);
    return List.copyOf(all);
  }
}
