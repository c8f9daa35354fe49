package dev.retort.lanes;

import dev.retort.revision.Revision;
import dev.retort.testing.Revisions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Sound graphs of any shape: several bases, forks, merges of many, dependencies, labels, dates. */
public final class RandomGraphs {
  private RandomGraphs() {}

  /**
   * The same revisions for the same seed, in a load order that has nothing to do with the graph.
   */
  public static List<Revision> of(long seed, int size) {
    Random random = new Random(seed);
    int reach = 1 + random.nextInt(size);
    boolean dated = random.nextBoolean();
    List<Revision> revisions = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Set<String> down = some(random, i, reach, random.nextInt(8) == 0 ? 0 : 1 + few(random));
      Set<String> dependsOn = some(random, i, size, random.nextInt(4) == 0 ? 1 + few(random) : 0);
      dependsOn.removeAll(down);
      revisions.add(
          Revisions.revision(
              "r" + i,
              List.copyOf(down),
              random.nextInt(10) == 0 ? List.of("label" + i) : List.of(),
              List.copyOf(dependsOn),
              dated && random.nextInt(5) > 0
                  ? Optional.of("2025-01-%02d".formatted(1 + random.nextInt(28)))
                  : Optional.empty()));
    }
    Collections.shuffle(revisions, random);
    return revisions;
  }

  private static int few(Random random) {
    return Math.max(0, random.nextInt(8) - 4);
  }

  private static Set<String> some(Random random, int before, int reach, int count) {
    Set<String> ids = new LinkedHashSet<>();
    for (int i = 0; i < count && before > 0; i++) {
      ids.add("r" + (before - 1 - random.nextInt(Math.min(before, reach))));
    }
    return ids;
  }
}
