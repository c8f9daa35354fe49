package dev.retort.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.graph.RevisionGraph;
import dev.retort.graph.target.TargetException;
import dev.retort.plan.Plan;
import dev.retort.plan.Planner;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.WayBack;
import dev.retort.testing.FakeDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Plan, run, look: on random graphs the rows end up where the plan said, and nowhere else. */
class PlanRunHeadsPropertyTest {
  private static final int COMMANDS = 8;

  @Property(tries = 300)
  void theRowsEndUpWhereThePlanSaid(
      @ForAll @IntRange(min = 1, max = 25) int size, @ForAll long seed) {
    Random random = new Random(seed);
    RevisionGraph graph = RevisionGraph.of(revisions(size, random));
    FakeDatabase database = FakeDatabase.empty();
    Executor executor = new Executor(database);
    for (int command = 0; command < COMMANDS; command++) {
      List<RevisionId> before = database.versions().heads();
      Optional<Plan> plan = plan(new Planner(graph), before, size, random);
      if (plan.isPresent()) {
        RunResult result =
            executor.run(plan.get(), RunOptions.defaults(), event -> {}, new Cancellation());
        assertEquals(plan.get().headsAfter(), result.headsAfter());
        List<RevisionId> after = database.versions().heads();
        assertEquals(Set.copyOf(result.headsAfter()), Set.copyOf(after));
        assertEquals(after.size(), new HashSet<>(after).size(), "no row is there twice");
      }
    }
  }

  @Property(tries = 100)
  void allTheWayUpAndDownLeavesNoRow(
      @ForAll @IntRange(min = 1, max = 25) int size, @ForAll long seed) {
    RevisionGraph graph = RevisionGraph.of(revisions(size, new Random(seed)));
    Planner planner = new Planner(graph);
    FakeDatabase database = FakeDatabase.empty();
    Executor executor = new Executor(database);

    Plan up = planner.upgrade(List.of(), List.of("heads"));
    executor.run(up, RunOptions.defaults(), event -> {}, new Cancellation());
    assertEquals(Set.copyOf(graph.realHeads()), Set.copyOf(database.versions().heads()));

    Plan down = planner.downgrade(database.versions().heads(), "base");
    executor.run(down, RunOptions.defaults(), event -> {}, new Cancellation());
    assertTrue(database.versions().heads().isEmpty());
  }

  private static Optional<Plan> plan(
      Planner planner, List<RevisionId> heads, int size, Random random) {
    String revision = "rev" + random.nextInt(size);
    try {
      return Optional.of(
          switch (random.nextInt(6)) {
            case 0 -> planner.upgrade(heads, List.of("heads"));
            case 1 -> planner.downgrade(heads, "base");
            case 2 -> planner.downgrade(heads, revision);
            case 3 -> planner.downgrade(heads, "-1");
            default -> planner.upgrade(heads, List.of(revision));
          });
    } catch (TargetException e) {
      return Optional.empty();
    }
  }

  /** Each revises up to three of the earlier ones, and now and then depends on another. */
  private static List<Revision> revisions(int size, Random random) {
    List<Revision> revisions = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<RevisionId> down = pick(i, random.nextInt(10) < 7 ? 1 : random.nextInt(4), random);
      List<String> dependsOn =
          random.nextInt(5) == 0
              ? pick(i, 1, random).stream()
                  .filter(id -> !down.contains(id))
                  .map(RevisionId::value)
                  .toList()
              : List.of();
      revisions.add(
          new Revision(
              new RevisionId("rev" + i),
              down,
              List.of(),
              dependsOn,
              "make " + i,
              Optional.empty(),
              Script.of("SELECT " + i),
              new WayBack.Downgrade(Script.of("SELECT -" + i)),
              Optional.empty(),
              Optional.empty()));
    }
    return revisions;
  }

  private static List<RevisionId> pick(int below, int count, Random random) {
    Set<RevisionId> picked = new HashSet<>();
    for (int i = 0; i < count && below > 0; i++) {
      picked.add(new RevisionId("rev" + random.nextInt(below)));
    }
    return picked.stream().sorted().toList();
  }
}
