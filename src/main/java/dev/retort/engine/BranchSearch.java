package dev.retort.engine;

import dev.retort.engine.Identification.Candidate;
import dev.retort.graph.RevisionGraph;
import dev.retort.revision.RevisionId;
import dev.retort.schema.ObjectId;
import dev.retort.schema.Snapshot;
import dev.retort.shadow.ObjectChange;
import dev.retort.shadow.ObjectChanges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Looks for a schema where several branches are applied side by side. There are too many such
 * places to replay them all; so what two branches make together is guessed from what each makes of
 * the ground they share, and only the most likely places are replayed.
 */
final class BranchSearch {
  private final RevisionGraph graph;
  private final Map<List<RevisionId>, Snapshot> known;
  private final ObjectChanges comparison;
  private final Function<List<RevisionId>, Optional<Candidate>> replay;
  private final Map<List<RevisionId>, SortedMap<ObjectId, String>> texts = new HashMap<>();

  /**
   * A search.
   *
   * @param known the schemas that were replayed, by heads; that of each revision is among them
   * @param comparison with the schema looked for
   * @param replay replays heads
   */
  BranchSearch(
      RevisionGraph graph,
      Map<List<RevisionId>, Snapshot> known,
      ObjectChanges comparison,
      Function<List<RevisionId>, Optional<Candidate>> replay) {
    this.graph = graph;
    this.known = new HashMap<>(known);
    this.comparison = comparison;
    this.replay = replay;
  }

  /** A place that may never have been replayed, with what is likely to be there. */
  private record Place(Set<RevisionId> applied, SortedMap<ObjectId, String> texts, int distance) {}

  /** Replays the most likely combinations that begin with any of the nearest revisions. */
  void combine(int starts) {
    if (!branches()) {
      return;
    }
    List<Place> singles =
        known.keySet().stream()
            .filter(heads -> heads.size() < 2)
            .map(this::place)
            .sorted(Comparator.comparingInt(Place::distance))
            .limit(starts)
            .toList();
    Set<Set<RevisionId>> tried = new LinkedHashSet<>();
    for (Place start : singles) {
      Place end = extended(start);
      if (end.applied().size() > start.applied().size() && tried.add(end.applied())) {
        Optional<Candidate> found = replay.apply(new ArrayList<>(end.applied()));
        if (found.filter(Candidate::exact).isPresent()) {
          return;
        }
      }
    }
  }

  private boolean branches() {
    return graph.realHeads().size() > 1
        || graph.revisions().stream().anyMatch(r -> graph.isMergePoint(r.id()));
  }

  /** With more revisions, for as long as that is likely to be nearer. */
  private Place extended(Place start) {
    Place at = start;
    while (at.distance() > 0) {
      Place best = at;
      for (List<RevisionId> heads : known.keySet()) {
        if (heads.size() == 1 && !at.applied().contains(heads.getFirst())) {
          Place next = joined(at, heads);
          best = next.distance() < best.distance() ? next : best;
        }
      }
      if (best.distance() == at.distance()) {
        return at;
      }
      at = best;
    }
    return at;
  }

  private Place joined(Place at, List<RevisionId> heads) {
    Set<RevisionId> more = graph.ancestors(heads, true);
    Set<RevisionId> common = new LinkedHashSet<>(more);
    common.retainAll(at.applied());
    SortedMap<ObjectId, String> ground = ground(common);
    SortedMap<ObjectId, String> theirs = texts(heads);
    SortedMap<ObjectId, String> together = new TreeMap<>(at.texts());
    Set<ObjectId> ids = new LinkedHashSet<>(ground.keySet());
    ids.addAll(theirs.keySet());
    for (ObjectId id : ids) {
      String is = theirs.get(id);
      if (!Optional.ofNullable(is).equals(Optional.ofNullable(ground.get(id)))) {
        if (is == null) {
          together.remove(id);
        } else {
          together.put(id, is);
        }
      }
    }
    Set<RevisionId> applied = new LinkedHashSet<>(at.applied());
    applied.addAll(more);
    return new Place(applied, together, distance(together));
  }

  /** What both stand on, as far as it was replayed; else the baseline. */
  private SortedMap<ObjectId, String> ground(Set<RevisionId> common) {
    List<RevisionId> tips = new ArrayList<>(common);
    common.forEach(id -> tips.removeAll(graph.normalizedDown(id)));
    List<RevisionId> sorted = tips.stream().sorted().toList();
    return texts(known.containsKey(sorted) ? sorted : List.of());
  }

  private Place place(List<RevisionId> heads) {
    SortedMap<ObjectId, String> texts = texts(heads);
    return new Place(graph.ancestors(heads, true), texts, distance(texts));
  }

  private SortedMap<ObjectId, String> texts(List<RevisionId> heads) {
    return texts.computeIfAbsent(
        heads,
        some ->
            Optional.ofNullable(known.get(some)).map(ObjectChanges::texts).orElseGet(TreeMap::new));
  }

  private int distance(SortedMap<ObjectId, String> from) {
    return comparison.since(from).stream().mapToInt(ObjectChange::lines).sum();
  }
}
