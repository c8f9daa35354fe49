package dev.retort.execute;

import dev.retort.execute.Doubt.Finding;
import dev.retort.execute.state.Aftermath;
import dev.retort.plan.Step;
import dev.retort.revision.RevisionId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in words how a run that ended badly left the database. */
final class Aftermaths {
  private final List<Step> steps;
  private final Cursor cursor;

  /** Where somebody else has put the database meanwhile. */
  private Optional<List<RevisionId>> moved = Optional.empty();

  Aftermaths(List<Step> steps, Cursor cursor) {
    this.steps = steps;
    this.cursor = cursor;
  }

  /** The rows are these, whatever the run left: if they are others, somebody else wrote them. */
  void found(List<RevisionId> rows) {
    moved =
        Optional.of(rows.stream().sorted().toList())
            .filter(now -> !new HashSet<>(now).equals(new HashSet<>(cursor.committedHeads())));
  }

  /** The run stopped before its first step. */
  static Aftermath notBegun() {
    return new Aftermath(0, Optional.empty(), "The run had not begun; nothing was changed.");
  }

  /** What a step is called. */
  String subject(int step) {
    return steps.stream()
        .skip(step)
        .findFirst()
        .flatMap(Step::revision)
        .map(id -> "revision " + id)
        .orElse("the stamp");
  }

  /** A transaction was rolled back, or never committed. */
  Aftermath notApplied(int from, int to) {
    return known(
        committed(),
        earlier() + "Nothing of " + subject(from, to) + " was applied; " + at(committed()) + ".");
  }

  /** A statement ended the transaction it should have been part of. */
  Aftermath transactionEnded() {
    return known(
        committed(),
        earlier()
            + "What "
            + subject(cursor.stepIndex())
            + " did up to this statement may be committed, without its version-table change; "
            + at(committed())
            + ".");
  }

  /** A step outside of transactions stopped at a statement, or at its version write. */
  Aftermath midway() {
    if (cursor.inStatement() && cursor.isWithMark()) {
      return leftMidway(doneStatements() + "; statement " + number() + " left nothing behind");
    }
    return leftMidway(
        doneStatements()
            + (cursor.inStatement()
                ? "; "
                    + what()
                    + " failed or was stopped, and may"
                    + " have left something behind (an invalid index, for instance)"
                : ""));
  }

  /** The connection broke in a step outside of transactions. */
  Aftermath lostMidway() {
    if (cursor.isCommitting()) {
      return leftMidway(
          doneStatements()
              + "; statement "
              + number()
              + " was being committed together with the mark, which tells whether it took effect");
    }
    if (cursor.inStatement() && cursor.isWithMark()) {
      return leftMidway(doneStatements() + "; statement " + number() + " has not taken effect");
    }
    return leftMidway(
        doneStatements()
            + (cursor.inStatement()
                ? "; " + what() + " was under way, and may or may not have taken effect"
                : ""));
  }

  private String what() {
    return cursor.ofSection(cursor.statementIndex()) ? "statement " + number() : "cleaning up";
  }

  private int number() {
    return cursor.number() + 1;
  }

  private Aftermath leftMidway(String what) {
    return known(
        committed(),
        earlier()
            + "Of "
            + subject(cursor.stepIndex())
            + ", which runs outside of transactions, "
            + what
            + (moved.isEmpty() ? ". The version table still says " : ". The version table says ")
            + heads(committed())
            + ", with a mark of how far it came.");
  }

  private String doneStatements() {
    int done = cursor.number();
    int all = cursor.section().size();
    if (done == 0) {
      return "no statement is done";
    }
    return done == 1
        ? "statement 1 of " + all + " is done"
        : "statements 1 to " + done + " of " + all + " are done";
  }

  /** The answer to a commit was lost, and it was looked up what became of it. */
  Aftermath afterDoubt(
      int from, int to, Finding finding, List<RevisionId> before, List<RevisionId> after) {
    String subject = subject(from, to);
    return switch (finding) {
      case Finding.Applied() ->
          new Aftermath(
              to,
              Optional.of(after),
              "The commit of "
                  + subject
                  + " had taken effect, as a new connection shows; "
                  + at(after)
                  + ".");
      case Finding.NotApplied() ->
          known(
              before,
              earlier()
                  + "The commit of "
                  + subject
                  + " had not taken effect, as a new connection shows; "
                  + at(before)
                  + ".");
      case Finding.Elsewhere(List<RevisionId> found) ->
          known(
              found,
              "A new connection shows that "
                  + at(found)
                  + ", which is neither before nor after "
                  + subject
                  + "; something else has written the version table.");
      case Finding.Unknown(String reason) ->
          new Aftermath(
              cursor.committedSteps(),
              Optional.empty(),
              earlier()
                  + "Whether "
                  + subject
                  + " was applied could not be found out: "
                  + reason
                  + " Look where the database is before going on.");
    };
  }

  private Aftermath known(List<RevisionId> heads, String text) {
    return new Aftermath(
        cursor.committedSteps(),
        Optional.of(heads),
        moved.isEmpty()
            ? text
            : text + " Something else has written the version table during the run.");
  }

  private String subject(int from, int to) {
    return to - from > 1 ? "this run" : subject(from);
  }

  private String earlier() {
    int done = cursor.committedSteps();
    return switch (done) {
      case 0 -> "";
      case 1 -> "1 of " + steps.size() + " steps is done and stays. ";
      default -> done + " of " + steps.size() + " steps are done and stay. ";
    };
  }

  private List<RevisionId> committed() {
    return moved.orElseGet(cursor::committedHeads);
  }

  private static String at(List<RevisionId> heads) {
    return "the database is at " + heads(heads);
  }

  private static String heads(List<RevisionId> heads) {
    return heads.isEmpty()
        ? "base"
        : heads.stream().map(RevisionId::value).collect(Collectors.joining(", "));
  }
}
