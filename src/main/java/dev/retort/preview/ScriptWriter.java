package dev.retort.preview;

import dev.retort.graph.RowChange;
import dev.retort.plan.LogLine;
import dev.retort.plan.Plan;
import dev.retort.plan.PlannedStatement;
import dev.retort.plan.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes a plan as a script, in the form of {@code alembic … --sql}. Every statement is the one
 * that a run sends; an autocommit step stands outside of any transaction.
 */
public final class ScriptWriter {
  private final VersionTable table;
  private final Transactions transactions;
  private final boolean create;
  private final Consumer<String> out;
  private final Consumer<Span> spans;
  private int line = 1;
  private boolean open;

  /** What one BEGIN and COMMIT enclose. */
  public enum Transactions {
    PER_REVISION,
    WHOLE_RUN
  }

  private ScriptWriter(
      VersionTable table,
      Transactions transactions,
      boolean create,
      Consumer<String> out,
      Consumer<Span> spans) {
    this.table = table;
    this.transactions = transactions;
    this.create = create;
    this.out = out;
    this.spans = spans;
  }

  /**
   * A plan as a script, piece by piece, so that a script of any length needs no room of its own.
   *
   * @param create whether the version table has to be made first
   * @param out gets the pieces in order; a statement is one piece and is not copied
   */
  public static void stream(
      Plan plan,
      VersionTable table,
      Transactions transactions,
      boolean create,
      Consumer<String> out) {
    new ScriptWriter(table, transactions, create, out, span -> {}).write(plan);
  }

  /**
   * The same, of a database that has its version table.
   *
   * @throws UncheckedIOException if {@code out} does not take it
   */
  public static void stream(
      Plan plan, VersionTable table, Transactions transactions, Appendable out) {
    stream(
        plan,
        table,
        transactions,
        false,
        piece -> {
          try {
            out.append(piece);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /**
   * A plan as a script.
   *
   * @param create whether the version table has to be made first
   */
  public static SqlScript write(
      Plan plan, VersionTable table, Transactions transactions, boolean create) {
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    new ScriptWriter(table, transactions, create, text::append, spans::add).write(plan);
    return new SqlScript(text.toString(), spans);
  }

  private void write(Plan plan) {
    if (transactions == Transactions.WHOLE_RUN) {
      begin();
    }
    for (int i = 0; i < plan.steps().size(); i++) {
      step(plan.steps().get(i), i);
    }
    commit();
  }

  private void step(Step step, int index) {
    if (step.transactional()) {
      begin();
    } else {
      commit();
    }
    if (create && index == 0) {
      emit(table.create() + ";");
    }
    int first = line;
    emit("-- " + LogLine.withoutMessage(step));
    spans.accept(new Span(first, line - 1, index, -1));
    for (int i = 0; i < step.statements().size(); i++) {
      statement(step.statements().get(i), index, i);
    }
    if (!step.transactional() && !step.headChange().rows().isEmpty()) {
      begin();
    }
    first = line;
    for (RowChange change : step.headChange().rows()) {
      emit(table.change(change) + ";");
    }
    spans.accept(new Span(first, Math.max(first, line - 1), index, -1));
    if (transactions == Transactions.PER_REVISION) {
      commit();
    }
  }

  private void statement(PlannedStatement statement, int step, int index) {
    int first = line;
    if (statement.purpose() == PlannedStatement.Purpose.VERIFY) {
      append("-- verify: the first column must not be false or null\n");
    }
    append(statement.sql());
    emit(end(statement.sql()));
    spans.accept(new Span(first, line - 1, step, index));
  }

  /** A line comment at the end would swallow the semicolon. */
  private static String end(String sql) {
    int lastLine = sql.lastIndexOf('\n') + 1;
    return sql.indexOf("--", lastLine) >= 0 ? "\n;" : ";";
  }

  private void begin() {
    if (!open) {
      open = true;
      emit("BEGIN;");
    }
  }

  private void commit() {
    if (open) {
      open = false;
      emit("COMMIT;");
    }
  }

  private void emit(String paragraph) {
    append(paragraph);
    append("\n\n");
  }

  private void append(String part) {
    out.accept(part);
    for (int at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) {
      line++;
    }
  }
}
