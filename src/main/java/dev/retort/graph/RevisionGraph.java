package dev.retort.graph;

import dev.retort.problem.Problem;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The revisions of a project and how they hang together, as Alembic sees them. Immutable; any
 * thread. A graph with problems can still be asked for what is sound; {@link #requireSound()}
 * stands before everything that acts on it.
 *
 * <p>Lists come in load order unless said otherwise. Methods given an id that the graph lacks throw
 * {@link IllegalArgumentException}; {@link #find} asks first.
 */
public final class RevisionGraph {
  private final List<Revision> loaded;
  private final Map<String, Node> ids;
  private final Map<String, Node> names;
  private final List<Node> heads;
  private final List<Node> realHeads;
  private final List<Node> bases;
  private final List<Problem> problems;

  private RevisionGraph(List<Revision> loaded, GraphBuilder built) {
    this.loaded = List.copyOf(loaded);
    this.ids = built.ids;
    this.names = built.names;
    this.heads = built.heads.stream().map(this::known).toList();
    this.realHeads = built.realHeads.stream().map(this::known).toList();
    this.bases = built.bases.stream().map(this::known).toList();
    this.problems = List.copyOf(built.problems);
  }

  /**
   * The graph of some revisions, given in load order. Always gives one; see {@link #problems()}.
   */
  public static RevisionGraph of(List<Revision> revisions) {
    return new RevisionGraph(revisions, new GraphBuilder(revisions));
  }

  /**
   * Everything wrong with how the revisions hang together, in the order in which Alembic would stop
   * at it.
   */
  public List<Problem> problems() {
    return problems;
  }

  /** Throws with all problems if an error is among them. */
  public RevisionGraph requireSound() {
    List<Problem> errors = problems.stream().filter(GraphBuilder::isError).toList();
    if (!errors.isEmpty()) {
      throw new BrokenGraphException(errors);
    }
    return this;
  }

  /** Every revision; of two with one id, the one loaded last. */
  public List<Revision> revisions() {
    return ids.values().stream().map(node -> node.revision).toList();
  }

  /** Every revision as it was loaded, duplicates among them. */
  public List<Revision> loaded() {
    return loaded;
  }

  /** The revision with exactly this id. */
  public Optional<Revision> find(RevisionId id) {
    return Optional.ofNullable(ids.get(id.value())).map(node -> node.revision);
  }

  /** The revision with exactly this id or branch label. */
  public Optional<Revision> named(String name) {
    return Optional.ofNullable(names.get(name)).map(node -> node.revision);
  }

  /** All ids, then all branch labels, each in load order: what a partial id is looked up in. */
  public Set<String> names() {
    return java.util.Collections.unmodifiableSet(names.keySet());
  }

  /** Revisions that nothing revises. */
  public List<RevisionId> heads() {
    return idsOf(heads);
  }

  /** Heads that nothing depends on either. */
  public List<RevisionId> realHeads() {
    return idsOf(realHeads);
  }

  /** Revisions that revise nothing. */
  public List<RevisionId> bases() {
    return idsOf(bases);
  }

  /** The revisions that revise this one. */
  public List<RevisionId> children(RevisionId id) {
    return idsOf(node(id).children);
  }

  /** The revisions that revise this one or depend on it. */
  public List<RevisionId> allChildren(RevisionId id) {
    return idsOf(node(id).allChildren);
  }

  /** What this one depends on, labels resolved. */
  public List<RevisionId> dependencies(RevisionId id) {
    return idsOf(node(id).dependencies);
  }

  /** Its down revisions and those dependencies that no ancestor has already. */
  public List<RevisionId> normalizedDown(RevisionId id) {
    return idsOf(node(id).normalizedDown());
  }

  /** Branch labels of its own and inherited, as Alembic shows them. */
  public Set<String> labels(RevisionId id) {
    return java.util.Collections.unmodifiableSet(node(id).labels);
  }

  /** Whether more than one revision revises it. */
  public boolean isBranchPoint(RevisionId id) {
    return node(id).children.size() > 1;
  }

  /** Whether it revises more than one. */
  public boolean isMergePoint(RevisionId id) {
    return node(id).revision.downRevisions().size() > 1;
  }

  /** Some revisions and all that they revise, or with dependencies also all that they depend on. */
  public Set<RevisionId> ancestors(Collection<RevisionId> of, boolean withDependencies) {
    return reach(of, withDependencies ? Node::normalizedDown : node -> node.down);
  }

  /** Some revisions and all that revise them, or with dependencies also all that depend on them. */
  public Set<RevisionId> descendants(Collection<RevisionId> of, boolean withDependencies) {
    return reach(of, withDependencies ? node -> node.allChildren : node -> node.children);
  }

  /** Whether one is an ancestor or a descendant of any of the others, or one of them. */
  public boolean sharesLineage(
      RevisionId one, Collection<RevisionId> others, boolean withDependencies) {
    BitSet line =
        Walks.reachSet(nodes(List.of(one)), withDependencies ? Node::normalizedDown : n -> n.down);
    line.or(
        Walks.reachSet(
            nodes(List.of(one)), withDependencies ? n -> n.allChildren : n -> n.children));
    return nodes(others).stream().anyMatch(other -> line.get(other.index));
  }

  /**
   * The first of some revisions that has others of them among its ancestors, dependencies counted.
   */
  public Optional<Overlap> overlap(List<RevisionId> some) {
    for (Node one : nodes(some)) {
      BitSet below = Walks.reachSet(List.of(one), Node::normalizedDown);
      below.clear(one.index);
      List<Node> others = Walks.in(new LinkedHashSet<>(nodes(some)), below);
      if (!others.isEmpty()) {
        return Optional.of(new Overlap(one.revision.id(), idsOf(others)));
      }
    }
    return Optional.empty();
  }

  /** A set of revisions newest first, in the order of Alembic's steps and listings. */
  public List<RevisionId> newestFirst(Set<RevisionId> set, Collection<RevisionId> tips) {
    BitSet wanted = new BitSet();
    nodes(set).forEach(node -> wanted.set(node.index));
    return idsOf(new TopologicalOrder(wanted, nodes(tips)).newestFirst());
  }

  /** Every revision, newest first. The graph must be sound. */
  public List<RevisionId> newestFirst() {
    return newestFirst(new LinkedHashSet<>(idsOf(ids.values())), realHeads());
  }

  private Set<RevisionId> reach(Collection<RevisionId> of, Function<Node, List<Node>> next) {
    return new LinkedHashSet<>(idsOf(Walks.reach(nodes(of), next)));
  }

  private List<Node> nodes(Collection<RevisionId> some) {
    List<Node> nodes = new ArrayList<>(some.size());
    some.forEach(id -> nodes.add(node(id)));
    return nodes;
  }

  private Node node(RevisionId id) {
    Node node = ids.get(id.value());
    if (node == null) {
      throw new IllegalArgumentException("no revision " + id);
    }
    return node;
  }

  private Node known(Node node) {
    return Objects.requireNonNull(ids.get(node.id()));
  }

  private static List<RevisionId> idsOf(Collection<Node> nodes) {
    return nodes.stream().map(node -> node.revision.id()).toList();
  }
}
