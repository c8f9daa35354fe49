package dev.retort.schema.ddl;

import dev.retort.schema.ObjectId;
import java.util.List;
import java.util.Set;

/**
 * Statements that belong together, and what must be there before.
 *
 * @param shell what can stand in for it where things need one another; none if nothing can
 * @param body the statements in that case
 */
record Piece(
    Key key, Phase phase, List<String> sql, Set<Key> needs, List<String> shell, List<String> body) {

  /** Which object, and which part of it; the part is empty for the object itself. */
  record Key(ObjectId object, String part) implements Comparable<Key> {
    static Key of(ObjectId object) {
      return new Key(object, "");
    }

    @Override
    public int compareTo(Key other) {
      int order = object.compareTo(other.object);
      return order == 0 ? part.compareTo(other.part) : order;
    }
  }

  static Piece of(Key key, Phase phase, List<String> sql, Set<Key> needs) {
    return new Piece(key, phase, sql, needs, List.of(), List.of());
  }
}
