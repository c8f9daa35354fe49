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
   * @return how far it came
   */
  Walk walk(Place start, int steps, Optional<String> label) {
    boolean up = steps > 0;
    long wanted = Math.abs((long) steps);
    Place at = start;
    for (long i = 0; i < wanted; i++) {
      List<Place> next = up ? up(at, label) : down(at);
      if (next.isEmpty()) {
        return new Walk(start, at, i, wanted, up);
      }
      if (next.size() > 1) {
        throw TargetException.ambiguousWalk(crossroads(at, up), ids(next));
      }
      at = next.getFirst();
    }
    return new Walk(start, at, wanted, wanted, up);
  }

  private static String crossroads(Place at, boolean up) {
    return switch (at) {
      case Place.At(RevisionId id) -> id + (up ? " is revised by" : " revises");
      case Place.Nothing nothing -> up ? "the bases are" : "the heads are";
      case Place.Base base -> "the bases are";
    };
  }

  private List<Place> up(Place at, Optional<String> label) {
    List<RevisionId> above =
        switch (at) {
          case Place.At(RevisionId id) -> graph.children(id);
          case Place.Nothing nothing -> graph.bases();
          case Place.Base base -> graph.bases();
        };
    List<RevisionId> onLine = label.map(name -> symbols.onLineOf(above, name, false)).orElse(above);
    return places(onLine);
  }

  private List<Place> down(Place at) {
    return switch (at) {
      case Place.At(RevisionId id) -> {
        List<RevisionId> below = graph.find(id).map(Revision::downRevisions).orElse(List.of());
        yield below.isEmpty() ? List.of(new Place.Base()) : places(below);
      }
      case Place.Nothing nothing -> {
        List<RevisionId> heads = graph.heads();
        yield heads.isEmpty() ? List.of(new Place.Base()) : places(heads);
      }
      case Place.Base base -> List.of();
    };
  }

  private static List<RevisionId> ids(List<Place> places) {
    return places.stream().flatMap(place -> place.revision().stream()).toList();
  }

  private static List<Place> places(List<RevisionId> ids) {
    return ids.stream().<Place>map(Place.At::new).toList();
  }
}
