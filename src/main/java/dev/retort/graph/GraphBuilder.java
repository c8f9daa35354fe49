package dev.retort.graph;

import dev.retort.problem.Problem;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Builds the graph the way Alembic loads its map ({@code RevisionMap._revision_map}), and in its
 * order, so that the first problem is the one Alembic would stop at; but goes on, to report them
 * all.
 */
final class GraphBuilder {
  private static final List<String> FORBIDDEN = List.of("@", "-", "+", ":");

  final List<Node> all = new ArrayList<>();
  final Map<String, Node> ids = new LinkedHashMap<>();
  final Map<String, Node> names = new LinkedHashMap<>();
  final List<Problem> problems = new ArrayList<>();
  final Set<Node> heads = new LinkedHashSet<>();
  final Set<Node> realHeads = new LinkedHashSet<>();
  final List<Node> bases = new ArrayList<>();
  private final List<Node> realBases = new ArrayList<>();

  GraphBuilder(List<Revision> revisions) {
    revisions.forEach(this::checkAlone);
    revisions.forEach(this::add);
    names.putAll(ids);
    all.forEach(this::nameLabels);
    all.forEach(this::resolveDependencies);
    ids.values().forEach(this::link);
    all.forEach(GraphBuilder::normalize);
    if (problems.stream().noneMatch(GraphBuilder::isError)) {
      new CycleCheck(this, realBases).run();
    }
    if (problems.stream().noneMatch(GraphBuilder::isError)) {
      all.stream().filter(node -> ids.get(node.id()) == node).forEach(this::inheritLabels);
    }
  }

  static boolean isError(Problem problem) {
    return problem.severity() == Problem.Severity.ERROR;
  }

  void error(String code, String message, String hint, Node node) {
    problems.add(new Problem(Problem.Severity.ERROR, code, message, hint, node.revision.file(), 0));
  }

  private void checkAlone(Revision revision) {
    String id = revision.id().value();
    if (revision.downRevisions().contains(revision.id())) {
      alone(
          revision,
          "cycle",
          "Self-loop is detected in revisions (" + id + ")",
          "A revision cannot revise itself: correct its Revises line.");
    } else if (revision.dependsOn().contains(id)) {
      alone(
          revision,
          "cycle",
          "Dependency self-loop is detected in revisions (" + id + ")",
          "A revision cannot depend on itself: correct its Depends On line.");
    }
    if (FORBIDDEN.stream().anyMatch(id::contains)) {
      Set<String> forbidden = new TreeSet<>(FORBIDDEN);
      forbidden.removeIf(sign -> !id.contains(sign));
      alone(
          revision,
          "bad-revision-id",
          "Character(s) '%s' not allowed in revision identifier '%s'"
              .formatted(String.join(", ", forbidden), id),
          "They have a meaning in targets; choose an id of letters, digits and underscores.");
    }
  }

  private void alone(Revision revision, String code, String message, String hint) {
    problems.add(new Problem(Problem.Severity.ERROR, code, message, hint, revision.file(), 0));
  }

  private void add(Revision revision) {
    String id = revision.id().value();
    Node earlier = ids.get(id);
    // Of two with one id the later takes the place of the earlier, as in Alembic's map.
    Node node = new Node(earlier == null ? all.size() : earlier.index, revision);
    all.add(node);
    ids.put(id, node);
    if (earlier != null) {
      problems.add(
          new Problem(
              Problem.Severity.WARNING,
              "duplicate-revision",
              "Revision " + id + " is present more than once",
              "Give one of the two another id.",
              revision.file(),
              0));
    }
    heads.add(node);
    realHeads.add(node);
    if (revision.downRevisions().isEmpty()) {
      bases.add(node);
      if (revision.dependsOn().isEmpty()) {
        realBases.add(node);
      }
    }
  }

  private void nameLabels(Node node) {
    for (String label : node.revision.branchLabels()) {
      Node taken = names.putIfAbsent(label, node);
      if (taken != null) {
        error(
            "label-taken",
            "Branch name '%s' in revision %s already used by revision %s"
                .formatted(label, node.id(), taken.id()),
            "A branch label belongs to one revision; its descendants have it by themselves.",
            node);
      }
    }
  }

  private void resolveDependencies(Node node) {
    for (String name : node.revision.dependsOn()) {
      Node dependency = names.get(name);
      if (dependency == null) {
        missing(node, name, "depends on");
      } else if (!node.dependencies.contains(dependency)) {
        node.dependencies.add(dependency);
      }
    }
  }

  private void missing(Node node, String name, String relation) {
    String near =
        Nearest.to(name, names.keySet()).map(n -> " The nearest id is " + n + ".").orElse("");
    error(
        "missing-parent",
        "Revision %s %s %s, which no file has".formatted(node.id(), relation, name),
        "Bring the file of %s back, or correct the header of %s.".formatted(name, node.id()) + near,
        node);
  }

  private void link(Node node) {
    for (RevisionId down : new LinkedHashSet<>(node.revision.downRevisions())) {
      Node parent = names.get(down.value());
      if (parent == null) {
        missing(node, down.value(), "revises");
        continue;
      }
      node.down.add(parent);
      parent.children.add(node);
      parent.allChildren.add(node);
      heads.remove(parent);
      realHeads.remove(parent);
    }
    for (Node dependency : node.dependencies) {
      if (!node.down.contains(dependency)) {
        dependency.allChildren.add(node);
      }
      realHeads.remove(dependency);
    }
  }

  /** What an ancestor by down revision depends on already need not be said again. */
  private static void normalize(Node node) {
    if (node.dependencies.isEmpty()) {
      return;
    }
    Set<Node> known = new LinkedHashSet<>();
    BitSet seen = new BitSet();
    Deque<Node> todo = new ArrayDeque<>(node.down);
    while (!todo.isEmpty()) {
      Node ancestor = todo.pop();
      if (ancestor != node && !seen.get(ancestor.index)) {
        seen.set(ancestor.index);
        known.addAll(ancestor.dependencies);
        ancestor.down.forEach(todo::push);
      }
    }
    node.dependencies.stream()
        .filter(dependency -> !known.contains(dependency))
        .forEach(node.normalizedDependencies::add);
  }

  /** Alembic's {@code _add_branches}, down to walking below the last descendant visited. */
  private void inheritLabels(Node node) {
    List<String> own = node.revision.branchLabels();
    if (own.isEmpty()) {
      return;
    }
    List<Node> descendants = Walks.reach(List.of(node), other -> other.children);
    descendants.forEach(descendant -> descendant.labels.addAll(own));
    Node parent = descendants.getLast();
    while (parent.allChildren.size() <= 1 && parent.revision.downRevisions().size() <= 1) {
      parent.labels.addAll(own);
      if (parent.down.isEmpty()) {
        return;
      }
      parent = parent.down.getFirst();
    }
  }
}
