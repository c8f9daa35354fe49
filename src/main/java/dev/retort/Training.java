package dev.retort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs the commands that people wait for, one after the other in one process, so that the JVM that
 * watches while the application is built can keep what it loaded, linked and generated (JEP 514):
 * what is not trained here starts slowly. Packaging runs it on the sample project, and on a made-up
 * one with very many revisions; nobody else does.
 */
final class Training {
  /** Words of a line are apart by blanks; the wrong option is there for the ways of errors. */
  private static final List<String> COMMANDS =
      List.of(
          "--help",
          "--version",
          "heads",
          "heads -v",
          "branches",
          "history",
          "history -v",
          "history --json",
          "history --no-such-option",
          "show head",
          "graph",
          "current",
          "current -v",
          "current --json",
          "plan upgrade heads",
          "plan upgrade heads --heads= -v",
          "plan upgrade heads --heads= --json",
          "plan upgrade no-such-revision --heads=",
          "upgrade base:heads --sql",
          "",
          "downgrade -1 --yes",
          "upgrade heads",
          "current",
          "schema",
          "schema --json",
          "drift",
          "diff base:heads",
          "plan upgrade heads --heads= --schema",
          "plan downgrade -1 --schema",
          "plan downgrade -1 --schema",
          "verify 0004:0006",
          "verify 0004:0006",
          "log");

  /** What is done differently where there are very many revisions; once to remember, and again. */
  private static final List<String> WITH_MANY =
      List.of(
          "heads",
          "heads",
          "current",
          "history",
          "history -v",
          "branches",
          "plan upgrade head",
          "plan upgrade head --heads=");

  private Training() {}

  /**
   * Trains on projects.
   *
   * @param args the folder of an ordinary one, and of one with very many revisions
   */
  static void main(String[] args) {
    COMMANDS.forEach(command -> run(command, args[0]));
    WITH_MANY.forEach(command -> run(command, args[1]));
    System.exit(0);
  }

  private static void run(String command, String project) {
    List<String> words =
        new ArrayList<>(command.isEmpty() ? List.of() : Arrays.asList(command.split(" ")));
    words.add("-C");
    words.add(project);
    int code = Main.run(words.toArray(String[]::new));
    assert code >= 0;
  }
}
