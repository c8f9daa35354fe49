package dev.retort.turns;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.graph.RevisionGraph;
import dev.retort.lanes.FixtureGraphs;
import dev.retort.revision.Revision;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Alembic and Retort alternate on one database. The same moves again with {@code -Dturns.seed=N},
 * more of them with {@code -Dturns.moves=N}.
 */
@Tag("alembic")
@Tag("db")
@ExtendWith(PgExtension.class)
class TurnsTest {
  private static final long SEED = Long.getLong("turns.seed", 20_260_301);
  private static final int MOVES = Integer.getInteger("turns.moves", 100);
  private static final int SIZE = 24;

  @TempDir private Path scratch;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aHundredRandomMovesOnARandomGraphAgree(int number, PgDatabase database) throws IOException {
    long seed = SEED + number;
    play(TurnGraphs.of(seed, SIZE), seed, database);
  }

  @Test
  void aHundredRandomMovesOnNeutronsGraphAgree(PgDatabase database) throws IOException {
    play(FixtureGraphs.read("neutron").loaded(), SEED, database);
  }

  private void play(List<Revision> revisions, long seed, PgDatabase database) throws IOException {
    Path folder = TurnsProject.in(scratch.resolve("project")).with(revisions).folder();
    RevisionGraph graph = RevisionGraph.of(revisions).requireSound();
    Random random = new Random(seed);
    Moves moves = new Moves(graph, random);
    Map<Trio.Result, Integer> results = new EnumMap<>(Trio.Result.class);
    try (AlembicSide alembic = new AlembicSide(folder, scratch)) {
      RetortSide retort = new RetortSide(folder, scratch.resolve("home"));
      Trio trio = new Trio(database, graph, alembic, retort, random);
      for (int made = 0; made < MOVES; ) {
        Trio.Result result = trio.make(moves.next());
        results.merge(result, 1, Integer::sum);
        made += result == Trio.Result.DIFFERENT ? 0 : 1;
      }
      trio.sayTheSame();
    }
    // Else the moves would show nothing.
    assertTrue(results.getOrDefault(Trio.Result.MOVED, 0) >= MOVES / 4, () -> "" + results);
    assertTrue(results.getOrDefault(Trio.Result.REFUSED, 0) > 0, () -> "" + results);
  }
}
