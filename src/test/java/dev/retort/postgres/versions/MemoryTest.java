package dev.retort.postgres.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.execute.Cancellation;
import dev.retort.execute.Executor;
import dev.retort.execute.RunEvent;
import dev.retort.execute.RunOptions;
import dev.retort.plan.Plan;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.testing.TestPlan;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Long runs keep nothing of what is done. What is measured is the heap that is left after a garbage
 * collection, at instants of one run and between many; the steps raise notices and return rows, so
 * that whatever were kept of them would be seen.
 */
@Tag("db")
@ExtendWith(PgExtension.class)
class MemoryTest {
  /** A small part of the 100 kB of rows and notices that each step makes. */
  private static final long ALLOWED_PER_STEP = 1_000;

  /** How many stretches are compared, after a first one in which everything warms up. */
  private static final int STRETCHES = 4;

  private static final String TALKATIVE = "DO $$ BEGIN RAISE NOTICE '%', repeat('x', 2000); END $$";
  private static final String ROWS = "SELECT repeat('y', 5000) FROM generate_series(1, 20)";

  @Test
  void oneLongRunKeepsNothingOfItsSteps(PgDatabase database) {
    assertFlatWithin(database, 1_500);
  }

  @Test
  @Tag("slow")
  void tenThousandStepsKeepNothing(PgDatabase database) {
    assertFlatWithin(database, 10_000);
  }

  @Test
  void manyRunsKeepNothing(PgDatabase database) {
    assertFlatBetween(database, 150);
  }

  @Test
  @Tag("slow")
  void twoThousandRunsKeepNothing(PgDatabase database) {
    assertFlatBetween(database, 2_000);
  }

  private static void assertFlatWithin(PgDatabase database, int steps) {
    TestPlan plan = TestPlan.from();
    for (int step = 1; step <= steps; step++) {
      plan.to("r" + step, TALKATIVE, ROWS);
    }
    List<Long> used = new ArrayList<>();
    int stretch = steps / (STRETCHES + 1);
    run(
        database,
        plan.plan(),
        event -> {
          if (event instanceof RunEvent.StepFinished finished
              && finished.step() % stretch == stretch - 1) {
            used.add(usedAfterCollection());
          }
        });
    assertFlat(used, stretch);
  }

  private static void assertFlatBetween(PgDatabase database, int runs) {
    List<Long> used = new ArrayList<>();
    int stretch = runs / (STRETCHES + 1);
    for (int run = 1; run <= runs; run++) {
      String before = "r" + (run - 1);
      TestPlan plan = run == 1 ? TestPlan.from() : TestPlan.from(before);
      run(database, plan.to("r" + run, TALKATIVE, ROWS).plan(), event -> {});
      if (run % stretch == 0) {
        used.add(usedAfterCollection());
      }
    }
    // A run may leave its share of what the driver and the JVM keep once, so a page each is let go.
    assertFlat(used, 20 * stretch);
  }

  /** What is kept of each step would be seen in every stretch; what others do meanwhile is not. */
  private static void assertFlat(List<Long> used, int steps) {
    assertEquals(STRETCHES + 1, used.size());
    long least = Long.MAX_VALUE;
    for (int i = 1; i < used.size(); i++) {
      least = Math.min(least, used.get(i) - used.get(i - 1));
    }
    long grown = least;
    assertTrue(
        grown < steps * ALLOWED_PER_STEP,
        () -> "%,d bytes more are held after every %,d steps: %s".formatted(grown, steps, used));
  }

  private static void run(PgDatabase database, Plan plan, Consumer<RunEvent> listener) {
    new Executor(Runs.on(database).database(), Optional.of("tester@here"))
        .run(plan, RunOptions.defaults(), listener, new Cancellation());
  }

  /** The least of several looks: a collection may leave what is only weakly held. */
  private static long usedAfterCollection() {
    long least = Long.MAX_VALUE;
    for (int look = 0; look < 3; look++) {
      System.gc();
      least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return least;
  }
}
