package dev.retort.survive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.postgres.server.CrashServer;
import dev.retort.survive.Arena.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eight processes at once on one database. The long form takes {@code -Drace.seed=…} and {@code
 * -Drace.rounds=…}.
 */
@Tag("db")
@DisabledOnOs(OS.WINDOWS)
class RaceTest {
  private static final long SEED = Long.getLong("race.seed", 20_261_123);
  private static final int RUNNERS = 8;
  private static final List<Kinds> ALL =
      List.of(Kinds.TABLE, Kinds.INDEXES, Kinds.COLUMN, Kinds.SEVERAL, Kinds.ENUM, Kinds.ROWS);

  private final Random random = new Random(SEED);
  private final Map<Integer, Integer> exitCodes = new TreeMap<>();
  @TempDir private Path folder;
  private CrashServer server;

  @BeforeEach
  void startServer() {
    server = CrashServer.start(folder);
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  private void upgrades(int rounds) {
    Arena arena = new Arena(server, Course.of(12, ALL, random), folder, Scope.PER_REVISION);
    for (int round = 0; round < rounds; round++) {
      Race race = Race.of(arena, Arena.BASE, upgrades());
      race.everybodyIsDoneOrToldWhy();
      race.whoeverWaitsIsDone();
      race.everyRevisionRanOnce();
      count(race);
    }
    report("upgrade head", rounds);
  }

  /** Of the runners that were killed each may have been the one that was at work. */
  private void killed(int rounds) {
    Arena arena = new Arena(server, Course.of(12, ALL, random), folder, Scope.PER_REVISION);
    for (int round = 0; round < rounds; round++) {
      List<Duration> kills = new ArrayList<>();
      for (int runner = 1 + random.nextInt(RUNNERS - 1); runner > 0; runner--) {
        kills.add(Duration.ofMillis(random.nextInt(300)));
      }
      Race race = Race.of(arena, Arena.BASE, upgrades(), kills);
      race.everybodyIsDoneOrToldWhy();
      race.recover();
      race.everyRevisionRanOnce();
      count(race);
    }
    report("upgrade head, some killed", rounds);
  }

  /** One of them does not wait for the others. */
  private static List<List<String>> upgrades() {
    List<List<String>> commands = new ArrayList<>();
    commands.add(List.of("upgrade", "--lock-wait", "0", "head"));
    commands.addAll(Collections.nCopies(RUNNERS - 1, List.of("upgrade", "head")));
    return commands;
  }

  /** From base, so that there is no version table at first; or from head. */
  private void mixed(int rounds) {
    Course course = Course.of(12, List.of(Kinds.NOTE), random);
    Arena arena = new Arena(server, course, folder, Scope.PER_REVISION);
    for (int round = 0; round < rounds; round++) {
      String from = random.nextBoolean() ? Arena.BASE : Arena.HEAD;
      List<String> before = arena.catalog(from).trail();
      Race race = Race.of(arena, from, commands(course));
      race.everybodyIsDoneOrToldWhy();
      List<String> taken = race.catalog().trail();
      assertEquals(before, taken.subList(0, before.size()));
      assertEquals(
          race.stepsSaid(),
          taken.subList(before.size(), taken.size()).stream().sorted().toList(),
          race::toString);
      count(race);
    }
    report("mixed", rounds);
  }

  private List<List<String>> commands(Course course) {
    List<List<String>> commands = new ArrayList<>();
    for (int runner = 0; runner < RUNNERS; runner++) {
      String id = course.id(random.nextInt(course.size()));
      commands.add(
          switch (random.nextInt(6)) {
            case 0 -> List.of("upgrade", id);
            case 1 -> List.of("downgrade", random.nextBoolean() ? "base" : id);
            case 2 -> List.of("stamp", id);
            case 3 -> List.of("ensure-version");
            default -> List.of("upgrade", "head");
          });
    }
    return commands;
  }

  private void count(Race race) {
    race.exitCodes().forEach((code, times) -> exitCodes.merge(code, times, Integer::sum));
  }

  private void report(String what, int rounds) {
    System.out.println(
        "race.seed=" + SEED + ", " + what + ", " + rounds + " rounds, exit codes: " + exitCodes);
  }

  @Test
  void ofEightUpgradesAtOnceOneRunsAndThoseThatWaitFindItDone() {
    upgrades(1);
  }

  @Test
  void differentCommandsAtOnceEachTakeTheStepsTheySay() {
    mixed(1);
  }

  @Test
  @Tag("slow")
  void manyTimesOfEightUpgradesAtOnceOneRunsAndThoseThatWaitFindItDone() {
    upgrades(Integer.getInteger("race.rounds", 50));
  }

  @Test
  @Tag("slow")
  void ofEightUpgradesAtOnceSomeAreKilledAndEveryRevisionStillRunsOnce() {
    killed(Integer.getInteger("race.rounds", 50));
  }

  @Test
  @Tag("slow")
  void manyTimesDifferentCommandsAtOnceEachTakeTheStepsTheySay() {
    mixed(Integer.getInteger("race.rounds", 50));
  }
}
