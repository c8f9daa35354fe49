package dev.retort.graph.target;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/**
 * Counts steps through the graph by down revision alone; after Alembic's {@code RevisionMap._walk}.
 */
final class Walker {
  private final RevisionGraph graph;
  private final Symbols symbols;

  Walker(RevisionGraph graph, Symbols symbols) {
    this.graph = graph;
    this.symbols = symbols;
  }

  /**
   * Walks a number of steps, up where it is positive, down where it is negative.
   *
   * @param label only revisions on its line count on the way up
   * @param strict whether running out of revisions is a failure; otherwise the walk stays where it
   *     is
   * @return where it ends; empty if it ran out of revisions and is strict
   */
  Optional<Place> walk(Place start, int steps, Optional<String> label, boolean strict) {
    Place at = start;
    for (int i = 0; i < Math.abs((long) steps); i++) {
      List<Place> next = steps > 0 ? up(at, label) : down(at);
      if (next.isEmpty()) {
        return strict ? Optional.empty() : Optional.of(at);
      }
      if (next.size() > 1) {
        throw TargetException.ambiguousWalk();
      }
      at = next.getFirst();
    }
    return Optional.of(at);
  }

  private List<Place> up(Place at, Optional<String> label) {
    List<RevisionId> above =
        switch (at) {
          case Place.At revision -> graph.children(revision.id());
          case Place.Nothing nothing -> graph.bases();
          case Place.Base base -> graph.bases();
        };
    List<RevisionId> onLine = label.map(name -> symbols.onLineOf(above, name, false)).orElse(above);
    return places(onLine);
  }

  private List<Place> down(Place at) {
    List<RevisionId> below =
        switch (at) {
          case Place.At revision ->
              graph.find(revision.id()).map(Revision::downRevisions).orElse(List.of());
          case Place.Nothing nothing -> graph.heads();
          case Place.Base base -> {
            yield List.of();
          }
        };
    if (below.isEmpty() && !(at instanceof Place.Base)) {
      return List.of(new Place.Base());
    }
    return places(below);
  }

  private static List<Place> places(List<RevisionId> ids) {
    return ids.stream().<Place>map(Place.At::new).toList();
  }
}
