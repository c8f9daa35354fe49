package dev.retort.ui.graph.picture;

import dev.retort.engine.Position;
import dev.retort.graph.RevisionGraph;
import dev.retort.lanes.LaneInput;
import dev.retort.lanes.LaneLayout;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.TransactionMode;
import dev.retort.revision.WayBack;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything there is to show of a graph and one or two databases, before anything is filtered or
 * folded. Made once for each look at files and databases; immutable.
 */
public final class Base {
  private final RevisionGraph graph;
  private final Optional<Sight> here;
  private final Optional<Sight> there;
  private final List<LaneInput> inputs;
  private final Map<RevisionId, GraphRow> rows;
  private final LaneLayout layout;

  private Base(
      RevisionGraph graph,
      Optional<Sight> here,
      Optional<Sight> there,
      Map<RevisionId, List<RevisionId>> cameFrom) {
    this.graph = graph;
    this.here = here;
    this.there = there;
    Ghosts ghosts = new Ghosts(graph, cameFrom);
    Map<RevisionId, Ghosts.Place> places = new LinkedHashMap<>();
    sights()
        .flatMap(sight -> sight.position().unknown().stream())
        .forEach(id -> places.computeIfAbsent(id, ghosts::place));
    this.inputs = ghosts.among(LaneInput.of(graph), places);
    this.rows = HashMap.newHashMap(inputs.size());
    graph.revisions().forEach(revision -> rows.put(revision.id(), row(revision)));
    places.forEach(
        (id, place) ->
            rows.put(
                id,
                new GhostRow(
                    id,
                    place.reason(),
                    ghost(here, id),
                    databases(id),
                    there.map(sight -> ghost(there, id)))));
    this.layout = LaneLayout.of(inputs);
  }

  /**
   * Looks at a graph.
   *
   * @param here the chosen database, if it could be looked at
   * @param there another database to show beside it
   * @param cameFrom what the log says revisions without a file were reached from
   */
  public static Base of(
      RevisionGraph graph,
      Optional<Sight> here,
      Optional<Sight> there,
      Map<RevisionId, List<RevisionId>> cameFrom) {
    return new Base(graph, here, there, cameFrom);
  }

  /** The graph of the files. */
  public RevisionGraph graph() {
    return graph;
  }

  /** The chosen database, if it could be looked at. */
  public Optional<Sight> here() {
    return here;
  }

  /** The database beside it. */
  public Optional<Sight> there() {
    return there;
  }

  List<LaneInput> inputs() {
    return inputs;
  }

  /** All of it, laid out. */
  LaneLayout layout() {
    return layout;
  }

  /** What each row shows. */
  Map<RevisionId, GraphRow> rows() {
    return rows;
  }

  /** Branch labels of a revision, inherited ones too; a ghost has none. */
  Set<String> labels(RevisionId id) {
    return graph.find(id).isPresent() ? graph.labels(id) : Set.of();
  }

  /** Every branch label there is, sorted. */
  public List<String> allLabels() {
    return graph.revisions().stream()
        .flatMap(revision -> revision.branchLabels().stream())
        .distinct()
        .sorted()
        .toList();
  }

  GraphRow row(RevisionId id) {
    GraphRow row = rows.get(id);
    if (row == null) {
      throw new IllegalArgumentException("no row " + id);
    }
    return row;
  }

  private GraphRow row(Revision revision) {
    return new RevisionRow(
        revision.id(),
        revision.message(),
        revision.branchLabels(),
        graph.children(revision.id()).isEmpty(),
        revision.downRevisions().isEmpty(),
        revision.createDate().map(Base::day).orElse(""),
        state(revision.id()),
        !(revision.wayBack() instanceof WayBack.Downgrade),
        autocommit(revision),
        databases(revision.id()),
        there.map(sight -> state(sight.position(), revision.id())));
  }

  private static NodeState ghost(Optional<Sight> sight, RevisionId id) {
    return sight.filter(one -> one.position().heads().contains(id)).isPresent()
        ? NodeState.MISSING
        : NodeState.UNKNOWN;
  }

  private static boolean autocommit(Revision revision) {
    boolean down =
        revision.wayBack() instanceof WayBack.Downgrade(var script)
            && script.mode() == TransactionMode.AUTOCOMMIT;
    return down || revision.upgrade().mode() == TransactionMode.AUTOCOMMIT;
  }

  /** The day of a date as Alembic writes it: what stands before the time. */
  private static String day(String date) {
    int end = Math.max(date.indexOf(' '), date.indexOf('T'));
    return end > 0 ? date.substring(0, end) : date;
  }

  private NodeState state(RevisionId id) {
    return here.map(sight -> state(sight.position(), id)).orElse(NodeState.UNKNOWN);
  }

  private static NodeState state(Position position, RevisionId id) {
    return switch (position.status(id)) {
      case CURRENT -> NodeState.CURRENT;
      case APPLIED -> NodeState.APPLIED;
      case PENDING -> position.unknown().isEmpty() ? NodeState.PENDING : NodeState.UNCERTAIN;
    };
  }

  private List<DatabaseMark> databases(RevisionId id) {
    return sights()
        .filter(sight -> sight.position().heads().contains(id))
        .map(Sight::mark)
        .toList();
  }

  private Stream<Sight> sights() {
    return Stream.concat(here.stream(), there.stream());
  }
}
