package dev.retort.survive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.survive.Client.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Processes that are let loose on one database at the same time, and how each of them ended. */
final class Race {
  private static final String DATABASE = "raced";

  /** A step that has ended, as the command line prints it. */
  private static final Pattern STEP =
      Pattern.compile("^Running (upgrade|downgrade) (.*) -> (.*), note .*ms\\)$");

  private static final Pattern HOLDER =
      Pattern.compile("error: Another run .* process \\d+ \\(retort [\\w-]+\\)");

  private static final int KILLED = 137;

  private final Arena arena;
  private final List<Outcome> outcomes = new ArrayList<>();

  private Race(Arena arena) {
    this.arena = arena;
  }

  /**
   * Lets them run and waits for all.
   *
   * @param from the database to begin with
   */
  static Race of(Arena arena, String from, List<List<String>> commands) {
    return of(arena, from, commands, List.of());
  }

  /**
   * The same, but some are killed on the way.
   *
   * @param kills how long after the start; the first runner first
   */
  static Race of(Arena arena, String from, List<List<String>> commands, List<Duration> kills) {
    Race race = new Race(arena);
    arena.copy(from, DATABASE);
    try (StartingGate gate = StartingGate.before(arena.server().port(), commands.size())) {
      List<ProcessClient> clients = new ArrayList<>();
      for (List<String> command : commands) {
        clients.add(arena.process(DATABASE, gate.port(), command.toArray(String[]::new)));
      }
      if (!kills.isEmpty()) {
        gate.awaitOpen();
      }
      for (int i = 0; i < kills.size(); i++) {
        LockSupport.parkNanos(kills.get(i).toNanos());
        clients.get(i).kill();
      }
      clients.forEach(client -> race.outcomes.add(client.await()));
    }
    return race;
  }

  /** Goes on where runners were killed. */
  void recover() {
    arena.server().awaitNoSessions(DATABASE);
    new Agreement(arena.course()).check(catalog());
    new Recovery(arena, DATABASE).toHead();
  }

  Catalog catalog() {
    return arena.catalog(DATABASE);
  }

  /** How often there was which exit code. */
  Map<Integer, Integer> exitCodes() {
    return outcomes.stream()
        .collect(Collectors.toMap(Outcome::exitCode, outcome -> 1, Integer::sum, TreeMap::new));
  }

  /**
   * Each is done, or was refused because of another: it found the database elsewhere than it was
   * planned for, or has waited in vain for one that it names.
   */
  void everybodyIsDoneOrToldWhy() {
    for (Outcome outcome : outcomes) {
      switch (outcome.exitCode()) {
        case 0, KILLED -> {}
        case 2 -> assertTrue(outcome.out().isEmpty(), outcome::toString);
        case 4 ->
            assertTrue(
                outcome.err().contains("The database has moved since the plan was made")
                    || outcome.err().contains("An earlier run stopped midway")
                    || HOLDER.matcher(outcome.err()).find(),
                outcome::toString);
        default -> throw new AssertionError(outcome.toString());
      }
    }
  }

  /** All but the first, which does not wait, have waited and found nothing left to do. */
  void whoeverWaitsIsDone() {
    for (Outcome outcome : outcomes.subList(1, outcomes.size())) {
      assertEquals(0, outcome.exitCode(), outcome::toString);
    }
  }

  /** Each step that somebody said it has taken, {@code upgrade 0001}, sorted. */
  List<String> stepsSaid() {
    return outcomes.stream().flatMap(outcome -> steps(outcome.out())).sorted().toList();
  }

  private static Stream<String> steps(String out) {
    return out.lines()
        .map(STEP::matcher)
        .filter(java.util.regex.Matcher::matches)
        .map(m -> m.group(1) + " " + m.group(m.group(1).equals("upgrade") ? 3 : 2));
  }

  /** Every revision has run once, and nothing else happened. */
  void everyRevisionRanOnce() {
    List<String> expected =
        arena.course().all().stream().map(migration -> "upgrade " + migration.id()).toList();
    assertEquals(expected, catalog().trail().stream().sorted().toList(), this::toString);
    List<String> seen = catalog().fingerprint();
    assertTrue(
        arena.atHead().equals(seen), () -> Agreement.difference(arena.atHead(), seen) + this);
  }

  @Override
  public String toString() {
    return outcomes.stream().map(Outcome::toString).collect(Collectors.joining("\n", "\n", ""));
  }
}
