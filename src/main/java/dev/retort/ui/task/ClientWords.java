package dev.retort.ui.task;

import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the engine says, for somebody in front of the window: where it names a command or an option
 * of the command line, it names what is to be clicked instead. The one place that knows both.
 */
public final class ClientWords {
  private record Instead(Pattern command, String way) {
    static Instead of(String regex, String way) {
      return new Instead(Pattern.compile(regex), way);
    }
  }

  private static final String SERVER = "Use a server of your own: add a profile for it.";

  /** Longer ones before those that they contain. */
  private static final List<Instead> ALL =
      List.of(
          // A step that stopped midway: the panel above the revisions.
          Instead.of(
              "'retort resume --run-again' sends (it|statement \\d+) again, 'retort resume --skip'"
                  + " goes on behind it",
              "above the revisions, “Run again” sends $1 again, “It is done” goes on behind it"),
          Instead.of(
              "Finish it first: 'retort resume'",
              "Finish it first: “Continue” above the revisions"),
          Instead.of("'retort resume' finishes it", "“Continue” above the revisions finishes it"),
          Instead.of("'retort cleanup'", "“Clean up” above the revisions"),
          Instead.of(": 'retort stamp REVISION'", ": “Stamp” above the revisions"),
          Instead.of("'retort stamp'", "“Stamp”"),
          // Where the database is, and what there is: the graph.
          Instead.of("See where it is: retort current\\.", "The graph shows where it is."),
          Instead.of(", then: retort current\\.", ", then look again (F5)."),
          Instead.of("[;:] see retort current\\.", "; the graph shows what is."),
          Instead.of("See what there is: retort history\\.", "The graph shows all there are."),
          Instead.of(
              "find out which revision it matches, then stamp that: retort identify\\.",
              "find out in Drift which revision it matches, and stamp that."),
          Instead.of(
              "which retort identify finds: retort stamp --purge REV\\.",
              "which Drift finds; from there it is stamped."),
          Instead.of(
              "Delete that row, or stamp with --purge\\.",
              "Delete that row, then look again (F5)."),
          Instead.of(
              "To undo revisions: retort downgrade (-?\\d+)\\.", "Choose “Downgrade” for $1."),
          Instead.of("To apply more: retort upgrade (\\+?\\d+)\\.", "Choose “Upgrade” for $1."),
          Instead.of(": retort (?:up|down)grade ([+-]1)\\.", ": $1."),
          // Heads.
          Instead.of(
              "Name one of them, or merge them: retort merge -m \"…\" heads\\.",
              "Name one of them, or merge them above the graph."),
          Instead.of(
              ": give one with --head, or merge them with 'retort merge heads'\\.",
              ". Name the one to build on, or merge them first."),
          Instead.of("or merge instead: retort merge heads\\.", "or merge instead."),
          Instead.of("where 'retort heads' lists several", "where the graph has several heads"),
          Instead.of("Choose another --rev-id\\.", "Choose another id."),
          // Drift as a revision, and squashing.
          Instead.of(
              "See the statements with 'retort drift --sql', and write the revision by hand: retort"
                  + " revision\\.",
              "Copy the statements from Drift, and write the revision by hand."),
          Instead.of(": retort squash (\\S+:\\S+?)\\.", ": for example $1."),
          Instead.of("alone: --schema-only\\.", "alone, which is a box to tick here."),
          Instead.of("say why: --one-way 'reason'\\.", "say why in “No way back”."),
          // The project and its server.
          Instead.of(
              "Go to the project's folder, name it with -C, or make one: retort init DIR\\.",
              "Open the project's folder, or make a new project."),
          Instead.of("Use a server of your own: --url, --profile or PG\\* variables\\.", SERVER),
          Instead.of(
              "use a server of your own with --url\\.",
              "use a server of your own: add a profile for it."));

  private ClientWords() {}

  /** The engine's words with the client's ways in them. */
  public static String of(String words) {
    String now = words;
    for (Instead one : ALL) {
      Matcher matcher = one.command().matcher(now);
      now = matcher.replaceAll(one.way());
    }
    return now;
  }

  /** What to do next, by an error; may be empty. */
  public static String hint(RetortException known) {
    return of(known.hint());
  }

  /** What went wrong and what to do next, each a sentence. */
  public static String of(Throwable problem) {
    return problem instanceof RetortException known
        ? Problem.sentences(of(known.message()), hint(known))
        : "Something unexpected went wrong: " + problem;
  }
}
