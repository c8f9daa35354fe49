package dev.retort.ui.shell;

import dev.retort.engine.BrokenProjectException;
import dev.retort.engine.PlanRequest;
import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.graph.target.Meaning;
import dev.retort.graph.target.Meaning.Way;
import dev.retort.graph.target.TargetException;
import dev.retort.plan.Command;
import dev.retort.plan.Plan;
import dev.retort.problem.RetortException;
import dev.retort.revision.RevisionId;
import dev.retort.ui.task.ClientWords;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is typed as a target in words: what it means on the chosen database and what it comes to, or
 * why it cannot be, with the nearest thing that would work.
 */
final class TargetWords {
  private final Project project;
  private final Position position;
  private final PlanRequest request;

  TargetWords(Project project, Position position, PlanRequest request) {
    this.project = project;
    this.position = position;
    this.request = request;
  }

  /** The words for a plan to the target. */
  String of(Plan plan) {
    if (project.graph().revisions().isEmpty()) {
      return "There is no revision yet.";
    }
    String meaning = meaning();
    String steps = describe(plan);
    return meaning.isEmpty() ? steps : capital(meaning) + " · " + steps;
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
  }

  private Optional<Way> way() {
    return switch (request.command()) {
      case UPGRADE -> Optional.of(Way.UP);
      case DOWNGRADE -> Optional.of(Way.DOWN);
      case STAMP -> Optional.of(Way.STAMP);
      case RESUME, CLEANUP -> Optional.empty();
    };
  }

  private String meaning() {
    if (way().isEmpty() || !position.unknown().isEmpty()) {
      return "";
    }
    Meaning meaning = new Meaning(project.graph(), position.heads());
    try {
      return request.targets().stream()
          .map(target -> meaning.of(way().get(), target))
          .collect(Collectors.joining("; "));
    } catch (TargetException known) {
      // Planned all the same, by a rule of the command's own; then the plan speaks for itself.
      return "";
    }
  }

  /** Why there is no plan, and what would work. */
  String whyNot(Throwable problem) {
    if (!(problem instanceof RetortException known)) {
      return problem.toString();
    }
    if (known.code().equals("walk-too-far") && way().isPresent() && position.unknown().isEmpty()) {
      Meaning meaning = new Meaning(project.graph(), position.heads());
      String instead =
          request.targets().stream()
              .map(target -> meaning.instead(way().get(), target))
              .filter(words -> !words.isEmpty())
              .findFirst()
              .orElse(ClientWords.hint(known));
      return known.message() + ". " + instead;
    }
    if (known instanceof BrokenProjectException) {
      return "The problems in the files come first.";
    }
    if (!position.unknown().isEmpty()) {
      return "Nothing can be planned from a revision that no file has.";
    }
    // What the command line would do next is of no use here.
    return known.hint().contains("retort history") ? known.message() + "." : ClientWords.of(known);
  }

  private static String describe(Plan plan) {
    if (plan.command() == Command.STAMP) {
      return plan.steps().isEmpty()
          ? "Nothing to do: the version table says so already."
          : "Writes %s into the version table and runs nothing"
              .formatted(
                  plan.headsAfter().isEmpty()
                      ? "no row"
                      : plan.headsAfter().stream()
                          .map(RevisionId::value)
                          .collect(Collectors.joining(", ")));
    }
    int steps = plan.steps().size();
    int statements = plan.steps().stream().mapToInt(step -> step.statements().size()).sum();
    if (steps == 0) {
      return plan.command() == Command.UPGRADE
          ? "Nothing to do: all of it is applied."
          : "Nothing to do: none of it is applied.";
    }
    return "%d step%s, %d statement%s"
        .formatted(steps, steps == 1 ? "" : "s", statements, statements == 1 ? "" : "s");
  }
}
