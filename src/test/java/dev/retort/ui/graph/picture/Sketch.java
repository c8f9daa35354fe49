package dev.retort.ui.graph.picture;

import dev.retort.engine.Position;
import dev.retort.execute.state.DatabaseState;
import dev.retort.execute.state.ServerInfo;
import dev.retort.execute.state.VersionRows;
import dev.retort.graph.RevisionGraph;
import dev.retort.lanes.LaneEdge;
import dev.retort.profile.Environment;
import dev.retort.revision.RevisionId;
import dev.retort.testing.Revisions;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Bases and pictures in shorthand. */
final class Sketch {
  private final RevisionGraph graph;
  private final Map<RevisionId, List<RevisionId>> cameFrom = new HashMap<>();
  private Optional<Sight> here = Optional.empty();
  private Optional<Sight> there = Optional.empty();

  /** Revisions as {@link Revisions#of} takes them. */
  Sketch(String shorthand) {
    graph = RevisionGraph.of(Revisions.of(shorthand));
  }

  /** A straight line of revisions: r0, r1 and so on. */
  static Sketch line(int length) {
    StringBuilder shorthand = new StringBuilder("r0");
    for (int i = 1; i < length; i++) {
      shorthand.append("; r").append(i).append("<-r").append(i - 1);
    }
    return new Sketch(shorthand.toString());
  }

  Sketch here(String... heads) {
    here = Optional.of(sight("staging", Environment.STAGING, heads));
    return this;
  }

  Sketch there(String... heads) {
    there = Optional.of(sight("production", Environment.PRODUCTION, heads));
    return this;
  }

  Sketch log(String from, String to) {
    cameFrom.put(new RevisionId(to), List.of(new RevisionId(from)));
    return this;
  }

  private Sight sight(String name, Environment environment, String... heads) {
    ServerInfo server =
        new ServerInfo("16.4", 160004, "db", "me", false, false, false, 1, Duration.ZERO);
    List<RevisionId> rows = Arrays.stream(heads).map(RevisionId::new).toList();
    VersionRows versions = new VersionRows("alembic_version", true, rows, Optional.empty());
    DatabaseState state = new DatabaseState(server, versions, Optional.empty());
    return new Sight(new DatabaseMark(name, environment), new Position(state, graph));
  }

  Base base() {
    return Base.of(graph, here, there, cameFrom);
  }

  RevisionGraph graph() {
    return graph;
  }

  Picture picture() {
    return Picture.of(base(), RowFilter.none(), false, Set.of());
  }

  Picture filtered(String text) {
    RowFilter filter = new RowFilter(text, RowKind.ALL, Optional.empty());
    return Picture.of(base(), filter, false, Set.of());
  }

  Picture folded(String... unfolded) {
    Set<RevisionId> open = new TreeSet<>();
    Arrays.stream(unfolded).map(RevisionId::new).forEach(open::add);
    return Picture.of(base(), RowFilter.none(), true, open);
  }

  /** The rows of a picture by their ids, newest first. */
  static List<String> ids(Picture picture) {
    return picture.rows().stream().map(row -> row.id().value()).toList();
  }

  /** The edges of a picture: {@code b-a}, with {@code ~} for dashed and {@code ..} for skipping. */
  static Set<String> edges(Picture picture) {
    Set<String> edges = new TreeSet<>();
    for (int row = 0; row < picture.rows().size(); row++) {
      for (LaneEdge edge : picture.edges(row)) {
        String line = picture.skips(edge) ? ".." : edge.dashed() ? "~" : "-";
        edges.add(
            picture.rows().get(edge.childRow()).id()
                + line
                + picture.rows().get(edge.parentRow()).id());
      }
    }
    return edges;
  }

  /** The row of a revision. */
  static GraphRow row(Picture picture, String id) {
    return picture.rows().get(picture.rowOf(new RevisionId(id)).orElseThrow());
  }
}
