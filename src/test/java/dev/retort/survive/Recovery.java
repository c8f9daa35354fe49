package dev.retort.survive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

/**
 * Goes on with a database on which runs were killed, as a user would, and looks what comes of it.
 */
final class Recovery {
  private static final List<String> UPGRADE = List.of("upgrade", "head");
  private static final List<String> RESUME = List.of("resume");

  private final Arena arena;
  private final String database;

  Recovery(Arena arena, String database) {
    this.arena = arena;
    this.database = database;
  }

  /** How to go on: a downgrade that stopped midway is finished before an upgrade can begin. */
  List<String> command() {
    arena.server().awaitNoSessions(database);
    Optional<Agreement.Mark> mark = Agreement.Mark.of(arena.catalog(database).comment());
    return mark.isPresent() && !mark.get().upgrade() ? RESUME : UPGRADE;
  }

  /** Goes on to head, where everything must be as if nobody had been disturbed. */
  void toHead() {
    if (command().equals(RESUME)) {
      Client.Outcome refused = arena.inProcess(database, "upgrade", "head").await();
      assertEquals(4, refused.exitCode(), refused::toString);
      assertTrue(refused.err().contains("'retort resume'"), refused::toString);
      arena.undisturbed(database, "resume");
    }
    arena.undisturbed(database, "upgrade", "head");
    same(arena.atHead());
  }

  /** Goes all the way back, where nothing must be left. */
  void toBase() {
    arena.undisturbed(database, "downgrade", "base");
    same(arena.atBase());
  }

  private void same(List<String> expected) {
    List<String> seen = arena.catalog(database).fingerprint();
    if (!seen.equals(expected)) {
      throw new AssertionError(
          "The schema is not that of an undisturbed run: " + Agreement.difference(expected, seen));
    }
  }
}
