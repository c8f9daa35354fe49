package dev.retort.cli.look;

import dev.retort.cli.term.Ink;
import dev.retort.cli.term.Output;
import dev.retort.cli.term.Style;
import dev.retort.graph.RowChange;
import dev.retort.plan.Command;
import dev.retort.plan.Direction;
import dev.retort.plan.Note;
import dev.retort.plan.Plan;
import dev.retort.plan.PlannedStatement;
import dev.retort.plan.Step;
import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Locale;

/** A plan for people: where from and to, the steps with their statements, the notes, the digest. */
public final class PlanText {
  private final Output output;
  private final Style style;

  /** Plans on an output. */
  public PlanText(Output output) {
    this.output = output;
    this.style = output.style();
  }

  /** Prints it, every statement with at least its first line. */
  public void print(Plan plan) {
    print(plan, true);
  }

  /** Prints it without its statements. */
  public void printBriefly(Plan plan) {
    print(plan, false);
  }

  private void print(Plan plan, boolean statements) {
    output.line(style.of(Ink.STRONG, headline(plan)));
    int width = plan.steps().stream().mapToInt(PlanText::idWidth).max().orElse(0);
    for (Step step : plan.steps()) {
      step(step, width);
      if (statements) {
        step.statements().forEach(statement -> statement(statement, width));
      }
    }
    for (Note note : plan.notes()) {
      output.line(style.of(Ink.WARNING, "note:") + " " + output.paths().in(note.text()));
    }
    output.line(style.of(Ink.FAINT, plan.digest().value()));
  }

  /** Where from, where to, and how much it is, on one line. */
  public static String headline(Plan plan) {
    String title = title(plan);
    if (plan.command() == Command.CLEANUP) {
      return title + (plan.steps().isEmpty() ? ": nothing is half made." : ": " + counts(plan));
    }
    if (plan.steps().isEmpty()) {
      return title + ": nothing to do, the database is at " + words(plan.headsBefore()) + ".";
    }
    return title
        + ": "
        + words(plan.headsBefore())
        + " -> "
        + words(plan.headsAfter())
        + ", "
        + counts(plan);
  }

  /** How many steps and statements, in words. */
  public static String counts(Plan plan) {
    int statements = plan.steps().stream().mapToInt(step -> step.statements().size()).sum();
    return count(plan.steps().size(), "step") + ", " + count(statements, "statement");
  }

  /** Some heads in words. */
  public static String words(List<RevisionId> heads) {
    return heads.isEmpty()
        ? "base"
        : String.join(", ", heads.stream().map(RevisionId::value).toList());
  }

  private static String title(Plan plan) {
    String what =
        switch (plan.command()) {
          case RESUME -> "resume " + String.join(" ", plan.targets());
          case CLEANUP -> "cleanup";
          case UPGRADE, DOWNGRADE, STAMP ->
              plan.command().word()
                  + " to "
                  + (plan.targets().isEmpty() ? "base" : String.join(" ", plan.targets()));
        };
    return what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /** What a step does to the rows of the version table, in words. */
  public static List<String> rows(Step step) {
    return step.headChange().rows().stream()
        .map(
            change ->
                switch (change) {
                  case RowChange.Insert(RevisionId id) -> "row " + id + " is inserted";
                  case RowChange.Delete(RevisionId id) -> "row " + id + " is deleted";
                  case RowChange.Update(RevisionId from, RevisionId to) ->
                      "row " + from + " becomes " + to;
                  case RowChange.Purge() -> "every row is deleted";
                })
        .toList();
  }

  private void step(Step step, int width) {
    String id = step.revision().map(RevisionId::value).orElse("base");
    output.line(
        "  "
            + style.padded(Ink.REVISION, id, width)
            + "  "
            + step.message()
            + place(step)
            + (step.transactional() ? "" : style.of(Ink.WARNING, "  not in a transaction")));
    if (step.direction() == Direction.STAMP) {
      rows(step).forEach(row -> output.line("  " + " ".repeat(width) + "  " + row));
    }
  }

  private String place(Step step) {
    return step.file().map(file -> "  " + style.of(Ink.FAINT, output.paths().of(file))).orElse("");
  }

  private void statement(PlannedStatement statement, int width) {
    String indent = " ".repeat(width + 4);
    String number =
        style.of(Ink.FAINT, "%5s".formatted(statement.line() == 0 ? "" : statement.line()));
    if (output.verbose()) {
      output.line(number + " " + statement.sql().strip() + ";");
      return;
    }
    output.line(indent + number + "  " + purpose(statement) + firstLine(statement));
  }

  private static String purpose(PlannedStatement statement) {
    return switch (statement.purpose()) {
      case MIGRATE -> "";
      case VERIFY -> "verify: ";
      case SETTING -> "again: ";
      case CLEANUP -> "clean up: ";
    };
  }

  private static String firstLine(PlannedStatement statement) {
    String line = statement.sql().strip().lines().findFirst().orElse("").strip();
    boolean more = !line.equals(statement.sql().strip());
    String shown = line.length() > 72 ? line.substring(0, 71) : line;
    return shown + (more || shown.length() < line.length() ? " …" : "");
  }

  private static int idWidth(Step step) {
    return step.revision().map(id -> id.value().length()).orElse(4);
  }
}
