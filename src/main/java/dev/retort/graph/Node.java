package dev.retort.graph;

import dev.retort.revision.Revision;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A revision with its neighbours, while the graph is built and for walking it afterwards. */
final class Node {
  final int index;
  final Revision revision;
  final List<Node> down = new ArrayList<>();
  final List<Node> dependencies = new ArrayList<>();
  final List<Node> normalizedDependencies = new ArrayList<>();
  final List<Node> children = new ArrayList<>();
  final List<Node> allChildren = new ArrayList<>();
  final Set<String> labels = new LinkedHashSet<>();

  Node(int index, Revision revision) {
    this.index = index;
    this.revision = revision;
  }

  String id() {
    return revision.id().value();
  }

  /** Down revisions and dependencies, without repeats. */
  List<Node> allDown() {
    return joined(dependencies);
  }

  /** Down revisions and those dependencies that no ancestor has already, without repeats. */
  List<Node> normalizedDown() {
    return joined(normalizedDependencies);
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
