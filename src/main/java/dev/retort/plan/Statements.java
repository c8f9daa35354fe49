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
 * out or will be refused, and a problem for whatever may not be run.
 */
final class Statements {
  private final Revision revision;
  private final String section;
  private final List<Note> notes;
  private final List<Problem> problems;

  /**
   * Statements of one section.
   *
   * @param section its name, as in its mark
   * @param notes where what the reader should know is added
   * @param problems where what may not be run is added
   */
  Statements(Revision revision, String section, List<Note> notes, List<Problem> problems) {
    this.revision = revision;
    this.section = section;
    this.notes = notes;
    this.problems = problems;
  }

  /** Whether a section has nothing to run. */
  static boolean isEmpty(Script script) {
    return Unwrapped.of(StatementSplitter.split(script.sql(), script.firstLine()))
        .statements()
        .isEmpty();
  }

  List<PlannedStatement> of(Script script, Purpose purpose) {
    List<SqlStatement> statements = StatementSplitter.split(script.sql(), script.firstLine());
    if (script.mode() == TransactionMode.TRANSACTIONAL) {
      statements = unwrapped(statements);
      for (SqlStatement statement : statements) {
        check(statement, script);
      }
    }
    List<PlannedStatement> planned = new ArrayList<>(statements.size());
    for (SqlStatement statement : statements) {
      planned.add(
          new PlannedStatement(
              purpose, statement.line(), statement.column(), statement.kind(), statement.text()));
    }
    return planned;
  }

  private List<SqlStatement> unwrapped(List<SqlStatement> statements) {
    Unwrapped unwrapped = Unwrapped.of(statements);
    if (unwrapped.wrapped()) {
      note(
          "wrapper-left-out",
          "The BEGIN and COMMIT around the %s section of %s are left out: the step's own transaction takes their place."
              .formatted(section, revision.id()));
    }
    return unwrapped.statements();
  }

  private void check(SqlStatement statement, Script script) {
    switch (statement.classify()) {
      case StatementClass.TransactionControl control -> problems.add(control(statement, script));
      case StatementClass.OutsideTransaction(String what) ->
          note(
              "needs-autocommit",
              "Line %d of %s: PostgreSQL refuses %s inside a transaction. Mark the section: %s."
                  .formatted(statement.line(), revision.id(), what, mark()));
      // The reader of revision files has reported these already, in every section.
      case StatementClass.CopyFromStdin copy -> {}
      case StatementClass.PsqlCommand command -> {}
      case StatementClass.BackslashStrings strings -> {}
      case StatementClass.Ordinary ordinary -> {}
    }
  }

  private Problem control(SqlStatement statement, Script script) {
    return new Problem(
        Problem.Severity.ERROR,
        "transaction-control",
        "%s in the %s section of %s, line %d, which runs in one transaction"
            .formatted(statement.kind(), section, revision.id(), statement.line()),
        "Leave it out, or mark the section: %s.".formatted(mark()),
        script.file().or(revision::file),
        statement.line());
  }

  /** A verify section runs as the upgrade above it does. */
  private String mark() {
    return "-- @%s autocommit".formatted(section.equals("verify") ? "upgrade" : section);
  }

  private void note(String code, String text) {
    notes.add(new Note(code, text, Optional.of(revision.id())));
  }
}
