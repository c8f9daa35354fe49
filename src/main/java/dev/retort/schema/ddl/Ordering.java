package dev.retort.schema.ddl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Puts pieces in an order in which each comes after what it needs. Where there is a choice, the
 * phase and then the name decides, so that the order depends on the schema alone. Where things need
 * one another, a stand-in breaks the circle, as pg_dump does it.
 */
final class Ordering {
  private static final Comparator<Piece> FIRST =
      Comparator.comparing(Piece::phase).thenComparing(Piece::key);

  private final Map<Piece.Key, Piece> pieces = new LinkedHashMap<>();
  private final Map<Piece.Key, Set<Piece.Key>> waitingFor = new HashMap<>();
  private final Map<Piece.Key, List<Piece.Key>> waiting = new HashMap<>();
  private final PriorityQueue<Piece> ready = new PriorityQueue<>(FIRST);
  private final Set<Piece.Key> shells = new HashSet<>();
  private final List<Statement> done = new ArrayList<>();
  private Phase reached = Phase.SCHEMA;

  private Ordering(List<Piece> all) {
    all.forEach(piece -> pieces.put(piece.key(), piece));
    for (Piece piece : all) {
      Set<Piece.Key> needs = new HashSet<>(piece.needs());
      needs.retainAll(pieces.keySet());
      needs.remove(piece.key());
      waitingFor.put(piece.key(), needs);
      needs.forEach(need -> waiting.computeIfAbsent(need, k -> new ArrayList<>()).add(piece.key()));
      if (needs.isEmpty()) {
        ready.add(piece);
      }
    }
  }

  static List<Statement> order(List<Piece> pieces) {
    Ordering ordering = new Ordering(pieces);
    ordering.run();
    return ordering.done;
  }

  private void run() {
    int left = pieces.size();
    while (left > 0) {
      boolean replaced = (ready.isEmpty() || entersPhase(ready.element())) && standIn();
      if (!replaced && ready.isEmpty()) {
        force();
      }
      if (replaced) {
        continue;
      }
      Piece next = ready.remove();
      reached = next.phase();
      emit(next, shells.contains(next.key()) ? next.body() : next.sql());
      waitingFor.remove(next.key());
      release(waiting.getOrDefault(next.key(), List.of()), next.key());
      left--;
    }
  }

  private void emit(Piece piece, List<String> sql) {
    sql.forEach(text -> done.add(new Statement(piece.key().object(), text)));
  }

  private void release(List<Piece.Key> dependents, Piece.Key key) {
    for (Piece.Key dependent : dependents) {
      Set<Piece.Key> needs = waitingFor.get(dependent);
      if (needs != null && needs.remove(key) && needs.isEmpty()) {
        ready.add(pieces.get(dependent));
      }
    }
  }

  /** What stands in a circle belongs to an earlier phase, and must not come after this one. */
  private boolean entersPhase(Piece next) {
    return next.phase().compareTo(reached) > 0;
  }

  /**
   * Lets the first thing in a circle that has a stand-in be replaced by it, if there is one. Only
   * what is in the circle must do with that: a cast cannot be made from a type that is none yet.
   */
  private boolean standIn() {
    Optional<Piece> found =
        waitingFor.keySet().stream()
            .map(pieces::get)
            .filter(piece -> !piece.shell().isEmpty() && !shells.contains(piece.key()))
            .filter(piece -> needsItself(piece.key()))
            .min(FIRST);
    found.ifPresent(
        piece -> {
          shells.add(piece.key());
          emit(piece, piece.shell());
          Set<Piece.Key> circle = neededBy(piece.key());
          release(
              waiting.getOrDefault(piece.key(), List.of()).stream()
                  .filter(circle::contains)
                  .toList(),
              piece.key());
        });
    return found.isPresent();
  }

  /** Where nothing can stand in, the first of a circle comes without what it needs. */
  private void force() {
    Piece first =
        waitingFor.keySet().stream()
            .map(pieces::get)
            .filter(piece -> needsItself(piece.key()))
            .min(FIRST)
            .orElseThrow();
    waitingFor.put(first.key(), new HashSet<>());
    ready.add(first);
  }

  private boolean needsItself(Piece.Key start) {
    return neededBy(start).contains(start);
  }

  /** All that has to come before it. */
  private Set<Piece.Key> neededBy(Piece.Key start) {
    Set<Piece.Key> seen = new HashSet<>();
    List<Piece.Key> open = new ArrayList<>(waitingFor.getOrDefault(start, Set.of()));
    while (!open.isEmpty()) {
      Piece.Key key = open.removeLast();
      if (seen.add(key)) {
        open.addAll(waitingFor.getOrDefault(key, Set.of()));
      }
    }
    return seen;
  }
}
