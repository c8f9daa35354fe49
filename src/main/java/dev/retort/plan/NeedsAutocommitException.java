package dev.retort.plan;

import dev.retort.problem.Problem;
import dev.retort.problem.Problem.Severity;
import dev.retort.problem.RetortException;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.TransactionMode;
import dev.retort.revision.WayBack;
import dev.retort.sql.SqlStatement;
import dev.retort.sql.StatementClass;
import dev.retort.sql.StatementSplitter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A transactional section holds statements that PostgreSQL refuses inside a transaction: the run
 * would surely fail, so it does not begin. The plan can be looked at all the same.
 */
public final class NeedsAutocommitException extends RetortException {
  private static final long serialVersionUID = 1L;

  private NeedsAutocommitException(List<Problem> problems, List<String> revisions) {
    super(
        Kind.INPUT,
        Note.NEEDS_AUTOCOMMIT,
        problems.size() == 1
            ? "A statement cannot run in the transaction of its section; nothing was run."
            : problems.size()
                + " statements cannot run in the transactions of their sections; nothing was run.",
        "Mark the section as autocommit.",
        Map.of("revisions", revisions.stream().distinct().toList()),
        problems,
        null);
  }

  /**
   * Refuses a plan with such statements, naming file, line and mark of each.
   *
   * @throws NeedsAutocommitException if there are any
   */
  public static void check(Plan plan) {
    if (plan.notes().stream().noneMatch(note -> note.code().equals(Note.NEEDS_AUTOCOMMIT))) {
      return;
    }
    List<Problem> problems = new ArrayList<>();
    List<String> revisions = new ArrayList<>();
    plan.steps().stream()
        .filter(Step::transactional)
        .forEach(step -> problems(step, problems, revisions));
    if (!problems.isEmpty()) {
      throw new NeedsAutocommitException(problems, revisions);
    }
  }

  private static void problems(Step step, List<Problem> problems, List<String> revisions) {
    for (PlannedStatement statement : step.statements()) {
      if (StatementClass.of(statement.sql())
          instanceof StatementClass.OutsideTransaction(String what)) {
        step.revision().map(RevisionId::value).ifPresent(revisions::add);
        problems.add(problem(what, step.direction(), step.file(), statement.line()));
      }
    }
  }

  /** Such statements of one revision, both ways, without a plan. */
  public static List<Problem> problems(Revision revision) {
    List<Problem> problems = new ArrayList<>();
    problems(revision.upgrade(), Direction.UPGRADE, problems);
    if (revision.wayBack() instanceof WayBack.Downgrade(Script script)) {
      problems(script, Direction.DOWNGRADE, problems);
    }
    return problems;
  }

  private static void problems(Script script, Direction direction, List<Problem> problems) {
    if (script.mode() != TransactionMode.TRANSACTIONAL) {
      return;
    }
    for (SqlStatement statement : StatementSplitter.split(script.sql(), script.firstLine())) {
      if (statement.classify() instanceof StatementClass.OutsideTransaction(String what)) {
        problems.add(problem(what, direction, script.file(), statement.line()));
      }
    }
  }

  private static Problem problem(String what, Direction direction, Optional<Path> file, int line) {
    return new Problem(
        Severity.ERROR,
        Note.NEEDS_AUTOCOMMIT,
        "PostgreSQL refuses " + what + " inside a transaction",
        "Mark the section: " + mark(direction) + ".",
        file,
        line);
  }

  /** The mark that a section lacks. */
  public static String mark(Direction direction) {
    return "-- @" + direction.word() + " autocommit";
  }
}
