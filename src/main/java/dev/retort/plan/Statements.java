package dev.retort.plan;

import dev.retort.plan.PlannedStatement.Purpose;
import dev.retort.problem.Problem;
import dev.retort.revision.Revision;
import dev.retort.revision.Script;
import dev.retort.revision.TransactionMode;
import dev.retort.sql.SqlStatement;
import dev.retort.sql.StatementClass;
import dev.retort.sql.StatementSplitter;
import dev.retort.sql.Unwrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A section's text to the statements that will be sent, verbatim, with a note for whatever is left
 * out.
 */
final class Statements {
  private final Revision revision;
  private final Direction direction;
  private final List<Note> notes;

  /**
   * Statements of one revision in one direction; what the reader should know is added to {@code
   * notes}.
   */
  Statements(Revision revision, Direction direction, List<Note> notes) {
    this.revision = revision;
    this.direction = direction;
    this.notes = notes;
  }

  List<PlannedStatement> of(Script script, Purpose purpose) {
    List<SqlStatement> statements = StatementSplitter.split(script.sql(), script.firstLine());
    if (script.mode() == TransactionMode.TRANSACTIONAL) {
      Unwrapped unwrapped = Unwrapped.of(statements);
      if (unwrapped.wrapped()) {
        note(
            "wrapper-left-out",
            "The section's own BEGIN and COMMIT are left out: the step's transaction holds them"
                + " all.");
      }
      statements = unwrapped.statements();
      refuseTransactionControl(script, unwrapped.transactionControl());
      statements.forEach(statement -> noteMissingMark(script, statement));
    }
    List<PlannedStatement> planned = new ArrayList<>(statements.size());
    for (SqlStatement statement : statements) {
      planned.add(
          new PlannedStatement(
              purpose, statement.line(), statement.column(), statement.kind(), statement.text()));
    }
    return planned;
  }

  private void refuseTransactionControl(Script script, List<SqlStatement> control) {
    if (control.isEmpty()) {
      return;
    }
    List<Problem> problems =
        control.stream()
            .map(
                statement ->
                    new Problem(
                        Problem.Severity.ERROR,
                        "transaction-control",
                        "%s in a section that runs in one transaction".formatted(statement.kind()),
                        "Leave it out, or mark the section: "
                            + NeedsAutocommitException.mark(direction)
                            + ".",
                        script.file(),
                        statement.line()))
            .toList();
    throw new UnplannableException("transaction-control", problems);
  }

  private void noteMissingMark(Script script, SqlStatement statement) {
    if (statement.classify() instanceof StatementClass.OutsideTransaction(String what)) {
      note(
          Note.NEEDS_AUTOCOMMIT,
          "%s: PostgreSQL refuses %s inside a transaction, so this cannot run. Mark the section: %s."
              .formatted(place(script, statement), what, NeedsAutocommitException.mark(direction)));
    }
  }

  private String place(Script script, SqlStatement statement) {
    return script
        .file()
        .or(revision::file)
        .map(file -> file + ":" + statement.line())
        .orElseGet(() -> "Revision " + revision.id() + ", line " + statement.line());
  }

  private void note(String code, String text) {
    notes.add(new Note(code, text, Optional.of(revision.id())));
  }
}
