package dev.retort.survive;

import dev.retort.postgres.server.CrashServer;
import dev.retort.survive.Arena.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients and servers are killed at moments taken from a seed: {@code -Dkill.seed=…}. The long form
 * takes {@code -Dkill.rounds=…}; {@code -Dkill.round=…} plays a single round of it again.
 */
@Tag("db")
@DisabledOnOs(OS.WINDOWS)
class KillTest {
  private static final long SEED = Long.getLong("kill.seed", 20_261_123);
  private static final int REVISIONS = 50;
  private static final List<Kinds> ALL =
      List.of(Kinds.TABLE, Kinds.INDEXES, Kinds.COLUMN, Kinds.SEVERAL, Kinds.ROWS, Kinds.ENUM);

  private static final List<Kinds> TRANSACTIONAL = List.of(Kinds.TABLE, Kinds.COLUMN, Kinds.ROWS);

  private final Map<String, Integer> figures = KillRound.noFigures();
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

  /**
   * Plays rounds in which chance decides on everything.
   *
   * @param surely who is struck in one more round each
   */
  private void play(int byChance, List<Kinds> kinds, Scope scope, Blow.Victim... surely) {
    int rounds = byChance;
    Course course = Course.of(REVISIONS, kinds, new Random(SEED));
    Arena arena = new Arena(server, course, folder, scope);
    int only = Integer.getInteger("kill.round", -1);
    for (int round = 0; round < byChance; round++) {
      if (only < 0 || only == round) {
        play(arena, round, Optional.empty());
      }
    }
    for (Blow.Victim victim : surely) {
      play(arena, rounds++, Optional.of(victim));
    }
    arena.undisturbed(Arena.HEAD, "log");
    System.out.println("kill.seed=" + SEED + ", " + rounds + " rounds, " + scope + ": " + figures);
  }

  private void play(Arena arena, int round, Optional<Blow.Victim> victim) {
    try {
      new KillRound(arena, new Random(SEED * 1_000_003 + round), victim, figures).play();
    } catch (AssertionError e) {
      throw new AssertionError(
          "-Dkill.seed=" + SEED + " -Dkill.round=" + round + "\n" + e.getMessage(), e);
    }
  }

  @Test
  void aFewRunsThatAreKilledLeaveWhatTheirVersionTableSaysAndGoOn() {
    play(4, ALL, Scope.PER_REVISION, Blow.Victim.POSTMASTER, Blow.Victim.SERVER);
  }

  @Test
  @Tag("slow")
  void runsThatAreKilledLeaveWhatTheirVersionTableSaysAndGoOn() {
    play(Integer.getInteger("kill.rounds", 200), ALL, Scope.PER_REVISION);
  }

  @Test
  @Tag("slow")
  void runsInOneTransactionThatAreKilledHaveDoneAllOrNothing() {
    play(Integer.getInteger("kill.rounds", 200) / 4, TRANSACTIONAL, Scope.WHOLE_RUN);
  }
}
