package dev.retort.engine.author;

import dev.retort.revision.Script;
import dev.retort.revision.TransactionMode;
import dev.retort.schema.Snapshot;
import dev.retort.schema.diff.ProposedStatement;
import dev.retort.schema.diff.RenameGuess;
import dev.retort.schema.diff.SchemaDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The statements that lead from one schema to another as a text to read and to run, each with what
 * one should know of it.
 */
public final class ProposedSql {
  private static final String CHECKING = "check_function_bodies";

  private static final String AFTER_COMMIT =
      """
      -- What follows uses values added above, and can run only once these are committed: not in
      -- the same transaction.

      """;

  private final List<ProposedStatement> statements;
  private final List<RenameGuess> guesses;
  private final SchemaDiff diff;

  /** What leads through a difference. */
  public ProposedSql(SchemaDiff diff) {
    this.diff = diff;
    this.guesses = RenameGuess.in(diff);
    this.statements = withoutSettings(diff.statements());
  }

  /**
   * What leads from one schema to another as a revision's section: a transaction, unless a part of
   * it must be committed before the rest can run.
   */
  public static Script section(Snapshot from, Snapshot to) {
    return new ProposedSql(SchemaDiff.between(from, to)).section();
  }

  private static List<ProposedStatement> withoutSettings(List<ProposedStatement> all) {
    List<ProposedStatement> left = new ArrayList<>();
    boolean afterCommit = false;
    for (ProposedStatement statement : all) {
      afterCommit |= statement.afterCommit();
      if (!statement.sql().contains(CHECKING + " =")) {
        left.add(statement.afterCommit(afterCommit));
        afterCommit = false;
      }
    }
    return left;
  }

  /** Whether one transaction is enough. */
  public boolean inOneTransaction() {
    return statements.stream().noneMatch(ProposedStatement::afterCommit);
  }

  /** The statements, without the settings that {@link #text} puts around them. */
  public List<ProposedStatement> statements() {
    return statements;
  }

  /**
   * What may be run in place of a statement, if that takes away what may only have been renamed.
   */
  public Optional<RenameGuess> instead(ProposedStatement statement) {
    return guesses.stream().filter(guess -> concerns(guess, statement)).findFirst();
  }

  private static boolean concerns(RenameGuess guess, ProposedStatement statement) {
    String sql = statement.sql();
    return statement.object().equals(guess.object())
        && guess
            .column()
            .map(
                column ->
                    sql.endsWith(" DROP COLUMN " + column)
                        || sql.contains(" DROP COLUMN " + column + " ")
                        || sql.contains(" DROP COLUMN " + column + ","))
            .orElseGet(() -> sql.startsWith("DROP "));
  }

  private Script section() {
    if (inOneTransaction()) {
      return Script.of(text());
    }
    return new Script(
        TransactionMode.AUTOCOMMIT, text("BEGIN;\n\n") + "COMMIT;\n", 1, Optional.empty());
  }

  /**
   * The whole text, to be read, or run by hand; empty where nothing has to be done. It says where
   * one transaction is not enough.
   */
  public String text() {
    return text(AFTER_COMMIT);
  }

  private String text(String beforeSecondPart) {
    StringBuilder text = new StringBuilder();
    boolean unchecked = statements.stream().anyMatch(statement -> makesRoutine(statement.sql()));
    if (unchecked) {
      text.append("-- A function may name what is made after it.\n");
      text.append("SET " + CHECKING + " = false;\n\n");
    }
    List<String> last = List.of();
    for (ProposedStatement statement : statements) {
      if (statement.afterCommit()) {
        text.append(beforeSecondPart);
      }
      List<String> comments = comments(statement);
      if (!comments.equals(last)) {
        comments.forEach(line -> text.append("-- ").append(line).append('\n'));
      }
      last = comments;
      text.append(statement.sql()).append(";\n\n");
    }
    if (unchecked) {
      text.append("RESET " + CHECKING + ";\n\n");
    }
    diff.notReordered().stream()
        .map(id -> "-- " + notReordered(id.toString()) + "\n")
        .forEach(text::append);
    return text.toString();
  }

  /** Lines to stand before a statement, none said twice. */
  private List<String> comments(ProposedStatement statement) {
    List<String> lines = new ArrayList<>();
    statement
        .note()
        .or(() -> statement.loses() ? Optional.of("This loses data.") : Optional.empty())
        .ifPresent(note -> note.lines().forEach(lines::add));
    instead(statement)
        .ifPresent(
            guess -> {
              lines.add(
                  guess.column().map(column -> "Column " + column).orElse("It")
                      + " may have been renamed to "
                      + guess.name()
                      + "; that is a guess. If so, run this instead of dropping the one and adding"
                      + " the other:");
              lines.add("  " + guess.sql() + ";");
            });
    return lines;
  }

  private static boolean makesRoutine(String sql) {
    return sql.startsWith("CREATE ") && (sql.contains("FUNCTION ") || sql.contains("PROCEDURE "));
  }

  /** That a table's columns stay in the order in which they are. */
  public static String notReordered(String table) {
    return "The columns of " + table + " stay in another order: no statement can change that.";
  }
}
