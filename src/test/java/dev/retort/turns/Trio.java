package dev.retort.turns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.graph.RevisionGraph;
import dev.retort.plan.Command;
import dev.retort.revision.RevisionId;
import dev.retort.testing.PgDatabase;
import dev.retort.turns.Outcome.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Three databases that make the same moves: one by Alembic alone, one by Retort alone, and one by
 * whose turn it is. After each move they must not differ.
 */
final class Trio {
  private final AlembicSide alembic;
  private final RetortSide retort;
  private final Random random;
  private final boolean ordered;
  private final RevisionGraph graph;
  private final PgDatabase alembics;
  private final PgDatabase retorts;
  private final PgDatabase shared;

  /** Every move so far with its end, for whoever must find out what went wrong. */
  private final List<String> story = new ArrayList<>();

  Trio(
      PgDatabase shared,
      RevisionGraph graph,
      AlembicSide alembic,
      RetortSide retort,
      Random random) {
    this.alembic = alembic;
    this.retort = retort;
    this.random = random;
    this.graph = graph;
    this.shared = shared;
    this.alembics = shared.another("alembic");
    this.retorts = shared.another("retort");
    // Alembic keeps the dependencies of a revision in a set, so that it may take them in any order.
    this.ordered =
        graph.revisions().stream()
            .allMatch(revision -> graph.dependencies(revision.id()).size() < 2);
    Stream.of(alembics, retorts, shared).forEach(Picture::prepare);
  }

  /** What a move came to. */
  enum Result {
    MOVED,
    STAYED,
    REFUSED,
    /** One that cannot be compared, for a reason that is documented; nobody moved. */
    DIFFERENT
  }

  /** Makes one move on all three. */
  Result make(Move move) {
    Picture before = seen(shared);
    if (countsFromTheFirstRow(move)) {
      arrange();
    }
    Outcome wanted = alembic.move(alembics, move);
    story.add(move + ": " + wanted);
    if (differs(move, wanted)) {
      retort.plan(retorts, move);
      agree(move);
      return Result.DIFFERENT;
    }
    Outcome own = retort.move(retorts, move);
    assertEquals(wanted.done(), own.done(), () -> "Retort: " + own + "\n" + story());
    Outcome turn = turn(move);
    assertEquals(wanted.done(), turn.done(), () -> "in turns: " + turn + "\n" + story());
    if (alembic.leavesCoveredRows() && move.command() == Command.DOWNGRADE) {
      List.of(alembics, shared).forEach(this::dropCoveredRows);
    }
    Picture after = agree(move);
    if (!wanted.done()) {
      return Result.REFUSED;
    }
    return after.equals(before) ? Result.STAYED : Result.MOVED;
  }

  /**
   * Where Alembic ends with a traceback, Retort does the sane thing; steps that are counted in a
   * stamp are Retort's alone (decisions.md, 12).
   */
  private static boolean differs(Move move, Outcome alembics) {
    return alembics.ending() == Ending.CRASHED
        || (alembics.ending() == Ending.REFUSED && RetortSide.alone(move));
  }

  private Outcome turn(Move move) {
    int dice = random.nextInt(20);
    String whose = dice < 9 ? "Alembic" : dice < 10 ? "alembic, typed" : "Retort";
    story.add("  turn: " + whose);
    return switch (whose) {
      case "Alembic" -> alembic.move(shared, move);
      case "Retort" -> retort.move(shared, move);
      default -> alembic.type(shared, move);
    };
  }

  private Picture agree(Move move) {
    Picture alone = seen(alembics);
    assertEquals(alone, seen(retorts), () -> move + ": Alembic, Retort\n" + story());
    assertEquals(alone, seen(shared), () -> move + ": Alembic, in turns\n" + story());
    return alone;
  }

  private Picture seen(PgDatabase database) {
    Picture picture = Picture.of(database);
    return ordered ? picture.settled() : picture.unordered();
  }

  /** Of several rows, {@code downgrade -1} starts from the one the server gives first. */
  private static boolean countsFromTheFirstRow(Move move) {
    return move.command() == Command.DOWNGRADE && move.targets().getFirst().startsWith("-");
  }

  /**
   * Puts the rows of all three in one order. Which row of a merge is updated and which deleted or
   * inserted, Alembic leaves to chance, and with it what the first row is.
   */
  private void arrange() {
    List<List<String>> orders =
        Stream.of(alembics, retorts, shared).map(Picture::of).map(Picture::rows).toList();
    if (orders.stream().distinct().count() > 1) {
      String values = String.join("'), ('", orders.getFirst());
      for (PgDatabase database : List.of(alembics, retorts, shared)) {
        database.execute(
            "TRUNCATE alembic_version; INSERT INTO alembic_version VALUES ('" + values + "')");
      }
    }
  }

  /**
   * Before 1.13.1, Alembic left a row for a revision that another row stood on when it undid what
   * depended on both, and then refused every upgrade for overlapping rows. Stamps leave such rows
   * on purpose, and Retort has them as well.
   */
  private void dropCoveredRows(PgDatabase database) {
    List<String> right = Picture.of(retorts).rows();
    for (String text : Picture.of(database).rows()) {
      RevisionId row = new RevisionId(text);
      if (!right.contains(text) && covered(row, right)) {
        story.add("  covered: " + row);
        database.execute("DELETE FROM alembic_version WHERE version_num = '" + row + "'");
      }
    }
  }

  private boolean covered(RevisionId row, List<String> rows) {
    return !rows.equals(Picture.NO_TABLE)
        && graph.ancestors(rows.stream().map(RevisionId::new).toList(), true).contains(row);
  }

  /** At the end, both say in the same words where the shared database is. */
  void sayTheSame() {
    List<String> typed =
        alembic.type(shared, List.of("current")).output().lines().sorted().toList();
    List<String> own = retort.type(shared, List.of("current")).lines().stream().sorted().toList();
    assertEquals(typed, own, this::story);
  }

  private String story() {
    return String.join("\n", story);
  }
}
