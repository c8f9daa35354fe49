package dev.retort.execute;

import dev.retort.execute.Doubt.Finding;
import dev.retort.execute.state.Aftermath;
import dev.retort.execute.state.VersionRows;
import dev.retort.plan.Direction;
import dev.retort.plan.HalfMade;
import dev.retort.plan.Interruption;
import dev.retort.plan.Interruption.Reached;
import dev.retort.plan.Step;
import dev.retort.plan.resume.Situation;
import dev.retort.revision.RevisionId;
import dev.retort.sql.StatementEffect;
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

  /** What a step is called. */
  String subject(int step) {
    return stepAt(step).flatMap(Step::revision).map(id -> "revision " + id).orElse("the stamp");
  }

  /** A transaction was rolled back, or never committed. */
  Aftermath notApplied(int from, int to) {
    return known(
        committed(),
        earlier()
            + "Nothing of "
            + subject(from, to)
            + " was "
            + done(from)
            + "; "
            + at(committed())
            + ".");
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

  /**
   * A step outside of transactions stopped at a statement, or at its version write.
   *
   * @param found the mark and what the database shows; absent where that could not be read
   */
  Aftermath midway(Optional<Situation> found) {
    if (step().direction() == Direction.CLEANUP) {
      return cleaningUp(found);
    }
    Aftermath told =
        leftMidway(
            doneStatements(found.map(left -> left.interruption().statement()))
                + (cursor.inStatement() ? "; " + stopped(found) : ""));
    return found.map(left -> told.leaving(left.left(), left.wayOn())).orElse(told);
  }

  private Aftermath cleaningUp(Optional<Situation> found) {
    Aftermath told =
        known(
            committed(),
            "What was half made may still be there; "
                + at(committed())
                + ", with the mark of how far revision "
                + step().revision().map(RevisionId::value).orElse("?")
                + " came.");
    return found
        .map(left -> told.leaving(left.halfMade(), "'retort cleanup' tries it again."))
        .orElse(told);
  }

  /** The statement it stands at. */
  private String stopped(Optional<Situation> found) {
    if (cursor.isWithMark()
        || found.filter(left -> left.interruption().reached() == Reached.WAITING).isPresent()) {
      return "statement " + number() + " left nothing behind";
    }
    String failed = what() + " failed or was stopped";
    if (found.isEmpty()) {
      return failed + ", and may have left something behind (an invalid index, for instance)";
    }
    Situation left = found.get();
    if (!left.left().isEmpty()) {
      return failed
          + ", and left something half made: "
          + left.left().stream().map(HalfMade::display).collect(Collectors.joining(", "));
    }
    return switch (StatementEffect.of(left.interruption().sql().orElse(""))) {
      case REPEATABLE, SESSION -> failed + ", and can be run again without harm";
      case CONCURRENT -> failed + ", and left nothing half made";
      case TRANSACTIONAL, TRANSACTION_CONTROL, UNKNOWN ->
          failed + ", and may have taken effect in part";
    };
  }

  private Step step() {
    return cursor.step();
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

  /**
   * What a new connection shows once the old session has ended. It is what was told, unless the
   * server has crashed and lost what it had confirmed, as it may where it does not wait for its log
   * (manual, chapter 28.4, "Asynchronous Commit"), or somebody has moved the rows.
   *
   * @param midway whether a mark was left by the step under way
   */
  Aftermath seen(Aftermath told, VersionRows rows, boolean midway) {
    List<RevisionId> now = rows.heads().stream().sorted().toList();
    Optional<Integer> done = cursor.stepsAt(now);
    if (done.isEmpty()) {
      return elsewhere(now, subject(cursor.stepIndex()));
    }
    int lost = cursor.committedSteps() - done.get();
    if (lost == 0 && !midway) {
      return told;
    }
    return new Aftermath(
        done.get(),
        Optional.of(now),
        earlier(done.get())
            + forgotten(lost)
            + rows.interruption()
                .map(mark -> stopped(mark, now))
                .orElseGet(
                    () ->
                        "Nothing of "
                            + subject(done.get())
                            + " was "
                            + done(done.get())
                            + "; "
                            + at(now)
                            + "."));
  }

  /** What would have become of a step. */
  private String done(int step) {
    return stepAt(step)
        .filter(one -> one.direction() == Direction.DOWNGRADE)
        .map(one -> "undone")
        .orElse("applied");
  }

  private Optional<Step> stepAt(int index) {
    return steps.stream().skip(index).findFirst();
  }

  private static String forgotten(int steps) {
    return switch (steps) {
      case 0 -> "";
      case 1 -> "The server crashed and lost 1 step that it had confirmed (synchronous_commit). ";
      default ->
          "The server crashed and lost "
              + steps
              + " steps that it had confirmed (synchronous_commit). ";
    };
  }

  private static String stopped(Interruption mark, List<RevisionId> now) {
    return "Revision "
        + mark.revision()
        + ", which runs outside of transactions, stopped midway. "
        + mark.known()
        + " The version table says "
        + heads(now)
        + ", with a mark of how far it came.";
  }

  private Aftermath elsewhere(List<RevisionId> now, String subject) {
    String seen = "A new connection shows that " + at(now);
    return cursor
        .stepsAt(now)
        .map(
            done ->
                new Aftermath(
                    done,
                    Optional.of(now),
                    earlier(done)
                        + forgotten(cursor.committedSteps() - done)
                        + seen
                        + "; the commit of "
                        + subject
                        + " has not taken effect."))
        .orElseGet(
            () ->
                new Aftermath(
                    cursor.committedSteps(),
                    Optional.of(now),
                    seen
                        + ", which is neither before nor after "
                        + subject
                        + "; something else has written the version table."));
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
    return doneStatements(Optional.empty());
  }

  /** By the mark, which knows what was rolled back; else by where the run stands. */
  private String doneStatements(Optional<Integer> marked) {
    int done = marked.orElseGet(cursor::number);
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
      case Finding.Elsewhere(List<RevisionId> found) -> elsewhere(found, subject);
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
    return earlier(cursor.committedSteps());
  }

  private String earlier(int done) {
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
