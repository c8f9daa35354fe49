package dev.retort.turns;

import dev.retort.revision.Revision;
import dev.retort.testing.Revisions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Random graphs with branches, merges, labels, dependencies and several bases, with ids as Alembic
 * gives them. What one revision names (its parents and dependencies) is never implied by another of
 * them: Alembic cannot upgrade through such a merge, and before 1.13.1 leaves a row too many on the
 * way down.
 */
final class TurnGraphs {
  private static final int REACH = 6;

  private final Random random;
  private final List<String> ids = new ArrayList<>();

  /** Each revision's ancestors and itself, dependencies included. */
  private final Map<String, Set<String>> ancestors = new LinkedHashMap<>();

  private final Map<String, String> labels = new LinkedHashMap<>();
  private final List<Revision> revisions = new ArrayList<>();

  private TurnGraphs(Random random) {
    this.random = random;
  }

  /** The same graph for the same seed, in a load order that has nothing to do with it. */
  static List<Revision> of(long seed, int size) {
    Random random = new Random(seed);
    TurnGraphs graph = new TurnGraphs(random);
    for (int number = 0; number < size; number++) {
      graph.add();
    }
    Collections.shuffle(graph.revisions, random);
    return List.copyOf(graph.revisions);
  }

  private void add() {
    String id = id();
    List<String> named = new ArrayList<>();
    pick(named, random.nextInt(9) == 0 ? 0 : random.nextInt(5) == 0 ? 2 + random.nextInt(2) : 1);
    List<String> down = List.copyOf(named);
    pick(named, random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0);
    List<String> dependsOn =
        named.subList(down.size(), named.size()).stream().map(this::nameOf).toList();
    List<String> ownLabels = random.nextInt(6) == 0 ? List.of("label" + labels.size()) : List.of();
    ownLabels.forEach(label -> labels.put(id, label));
    Set<String> all = new HashSet<>(Set.of(id));
    named.forEach(other -> all.addAll(ancestors(other)));
    ancestors.put(id, all);
    ids.add(id);
    revisions.add(Revisions.revision(id, down, ownLabels, dependsOn, Optional.empty()));
  }

  /** Twelve hexadecimal digits; every third begins as others do, so that short forms are vague. */
  private String id() {
    String digits = "%012x".formatted(random.nextLong() & 0xffff_ffff_ffffL);
    return random.nextInt(3) == 0 ? "ae10" + digits.substring(4) : digits;
  }

  /** Adds some of the latest revisions that have nothing to do with those already chosen. */
  private void pick(List<String> chosen, int count) {
    for (int tries = 0, added = 0; tries < 3 * count && added < count && !ids.isEmpty(); tries++) {
      String id = ids.get(ids.size() - 1 - random.nextInt(Math.min(REACH, ids.size())));
      if (chosen.stream().noneMatch(other -> related(id, other))) {
        chosen.add(id);
        added++;
      }
    }
  }

  private boolean related(String one, String other) {
    return ancestors(one).contains(other) || ancestors(other).contains(one);
  }

  private Set<String> ancestors(String id) {
    return ancestors.getOrDefault(id, Set.of());
  }

  /** Dependencies may name a branch by its label. */
  private String nameOf(String id) {
    return random.nextBoolean() ? labels.getOrDefault(id, id) : id;
  }
}
