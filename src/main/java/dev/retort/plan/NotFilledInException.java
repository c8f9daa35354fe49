package dev.retort.plan;

import dev.retort.problem.Problem;
import dev.retort.problem.Problem.Severity;
import dev.retort.problem.RetortException;
import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Map;

/**
 * A plan would apply revisions that nobody has filled in: they would count as applied, and what is
 * written into them afterwards would never run. The plan can be looked at all the same, and shadows
 * replay them as they are.
 */
public final class NotFilledInException extends RetortException {
  private static final long serialVersionUID = 1L;

  private NotFilledInException(List<Problem> problems, List<String> revisions) {
    super(
        Kind.INPUT,
        Note.NOT_FILLED_IN,
        (revisions.size() == 1
                ? "Revision " + revisions.getFirst() + " has"
                : "Revisions " + String.join(", ", revisions) + " have")
            + " not been filled in yet; nothing was run.",
        "Write the SQL of the upgrade; or, if it is to do nothing, delete the line that a new file"
            + " has in its place.",
        Map.of("revisions", revisions),
        problems,
        null);
  }

  /**
   * Refuses a plan with such revisions, naming the file of each.
   *
   * @throws NotFilledInException if there are any
   */
  public static void check(Plan plan) {
    List<RevisionId> revisions =
        plan.notes().stream()
            .filter(note -> note.code().equals(Note.NOT_FILLED_IN))
            .flatMap(note -> note.revision().stream())
            .toList();
    if (!revisions.isEmpty()) {
      throw new NotFilledInException(
          plan.steps().stream()
              .filter(step -> step.revision().filter(revisions::contains).isPresent())
              .map(NotFilledInException::problem)
              .toList(),
          revisions.stream().map(RevisionId::value).toList());
    }
  }

  private static Problem problem(Step step) {
    return new Problem(
        Severity.ERROR,
        Note.NOT_FILLED_IN,
        "the upgrade has no SQL, only the line that a new file has in its place",
        "",
        step.file(),
        0);
  }
}
