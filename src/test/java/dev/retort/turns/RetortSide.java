package dev.retort.turns;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.cli.base.ExitCode;
import dev.retort.plan.Command;
import dev.retort.testing.CliRun;
import dev.retort.testing.PgDatabase;
import dev.retort.turns.Outcome.Ending;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Retort at work in a project, by its command line. */
final class RetortSide {
  private static final Set<Integer> SAYS_NO = Set.of(ExitCode.INPUT, ExitCode.REFUSED);

  private final CliRun retort;

  RetortSide(Path folder, Path home) {
    this.retort = CliRun.in(folder, home);
  }

  /** Makes a move. */
  Outcome move(PgDatabase database, Move move) {
    return outcome(move, type(database, move.words()));
  }

  /** Only plans a move, and so changes nothing. */
  Outcome plan(PgDatabase database, Move move) {
    List<String> words = new ArrayList<>(List.of("plan"));
    words.addAll(move.words());
    return outcome(move, type(database, words));
  }

  /** Types {@code retort} and these words. */
  CliRun.Result type(PgDatabase database, List<String> words) {
    return retort.on(database).run(words.toArray(String[]::new));
  }

  private static Outcome outcome(Move move, CliRun.Result result) {
    if (result.exitCode() == ExitCode.DONE) {
      return new Outcome(Ending.DONE, "");
    }
    assertTrue(
        SAYS_NO.contains(result.exitCode()),
        () -> move + " ended with " + result.exitCode() + ":\n" + result.err());
    return new Outcome(Ending.REFUSED, result.err());
  }

  /** Whether a move is one that only Retort takes: it counts steps in a stamp. */
  static boolean alone(Move move) {
    return move.command() == Command.STAMP
        && move.targets().stream().anyMatch(target -> target.matches(".*[+-]\\d+"));
  }
}
