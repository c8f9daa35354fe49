package dev.retort.ui.shell;

import dev.retort.engine.Planning;
import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.plan.Command;
import dev.retort.plan.Plan;
import dev.retort.plan.Resumption;
import dev.retort.plan.Step;
import dev.retort.problem.RetortException;
import dev.retort.revision.RevisionId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a plan under review is still what the files and the database give: the same question,
 * asked again, must have the same digest for its answer.
 */
final class Freshness {
  private Freshness() {}

  /**
   * Plans again and compares. Reads nothing; any thread.
   *
   * @param project as read last
   * @param position of the database, as looked at last; empty where it is not known
   * @return in words, what has changed since the plan was made; empty if nothing that matters
   */
  static Optional<String> changed(Plan plan, Project project, Optional<Position> position) {
    List<RevisionId> heads = position.map(Position::heads).orElse(plan.headsBefore());
    if (!Set.copyOf(heads).equals(Set.copyOf(plan.headsBefore()))) {
      return Optional.of("The database has moved since this plan was made.");
    }
    boolean markMoved =
        position
            .map(Position::state)
            .filter(state -> state.lockHolder().isEmpty())
            .filter(
                state ->
                    !state.interruption().equals(plan.resumption().map(Resumption::interruption)))
            .isPresent();
    if (markMoved && (plan.command() != Command.STAMP && plan.command() != Command.CLEANUP)) {
      return Optional.of(
          "Since this plan was made, a run has stopped midway or been gone on with.");
    }
    try {
      Plan now = new Planning(project).again(plan);
      return now.digest().equals(plan.digest())
          ? Optional.empty()
          : Optional.of(difference(plan, now));
    } catch (RetortException problem) {
      return Optional.of(
          "The files have changed since this plan was made, and it can no longer be made: "
              + problem.message());
    }
  }

  private static String difference(Plan reviewed, Plan now) {
    Set<Step> before = Set.copyOf(reviewed.steps());
    Set<Step> after = Set.copyOf(now.steps());
    Set<String> changed = new LinkedHashSet<>();
    reviewed.steps().stream().filter(step -> !after.contains(step)).forEach(s -> add(s, changed));
    now.steps().stream().filter(step -> !before.contains(step)).forEach(s -> add(s, changed));
    return changed.isEmpty()
        ? "The files have changed since this plan was made."
        : "Files have changed on disk since this plan was made: "
            + String.join(", ", changed.stream().limit(6).toList())
            + (changed.size() > 6 ? " and " + (changed.size() - 6) + " more" : "")
            + ".";
  }

  private static void add(Step step, Set<String> names) {
    step.revision().map(RevisionId::value).ifPresent(names::add);
  }
}
