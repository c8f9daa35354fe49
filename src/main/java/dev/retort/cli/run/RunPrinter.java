package dev.retort.cli.run;

import dev.retort.cli.term.Ink;
import dev.retort.cli.term.Output;
import dev.retort.cli.term.ProgressLine;
import dev.retort.cli.term.Times;
import dev.retort.execute.RunEvent;
import dev.retort.execute.state.SessionInfo;
import dev.retort.plan.LogLine;
import dev.retort.plan.PlannedStatement;
import dev.retort.plan.Step;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Shows a run while it goes on: a line a step, with its time once it is done. On a terminal the
 * line appears when the step is done, and until then there is a line of progress; elsewhere it is
 * begun at once, so that a log shows what was under way when it breaks off.
 */
final class RunPrinter implements AutoCloseable {
  private final Output output;
  private final ProgressLine progress;
  private boolean midLine;

  /** A remark ended the step's line before its time was known. */
  private boolean brokenOff;

  private String stepLine = "";
  private int statementsOfStep;
  private String kind = "";

  /** The process of the run that is waited for, once it has been named. */
  private Optional<Integer> holder = Optional.of(0);

  RunPrinter(Output output, ProgressLine progress) {
    this.output = output;
    this.progress = progress;
  }

  /** Shows an event; one at a time. */
  void show(RunEvent event) {
    switch (event) {
      case RunEvent.LockWaiting waiting -> waiting(waiting);
      case RunEvent.LockTaken taken -> progress.begin("");
      case RunEvent.StepStarted(int step, Step what) -> begin(what);
      case RunEvent.StatementStarted(int step, int statement, PlannedStatement what) ->
          begin(statement, what);
      case RunEvent.StatementBlocked blocked -> aside("waiting for a lock: " + blockers(blocked));
      case RunEvent.NoticeRaised(int step, int statement, String severity, String message) ->
          aside(severity + ": " + message);
      case RunEvent.StatementFinished(int step, int statement, long rows, Duration took) ->
          finished(statement, rows, took);
      case RunEvent.StepFinished finished -> end(Times.words(finished.took()));
      case RunEvent.StepRetrying retrying -> {
        end("attempt " + retrying.attempt() + " of " + retrying.attempts() + " failed");
        aside(retrying.reason() + " Trying again in " + Times.words(retrying.pause()) + ".");
        progress.begin("pausing before attempt " + (retrying.attempt() + 1));
      }
      case RunEvent.StatementRetrying retrying -> {
        aside(
            "attempt "
                + retrying.attempt()
                + " of "
                + retrying.attempts()
                + " failed: "
                + retrying.reason()
                + " Trying again in "
                + Times.words(retrying.pause())
                + ".");
        progress.begin("pausing before attempt " + (retrying.attempt() + 1));
      }
      case RunEvent.RunFinished finished -> output.flush();
    }
  }

  /** The holder is named once; what it is running meanwhile is for the line of progress. */
  private void waiting(RunEvent.LockWaiting event) {
    Optional<Integer> process = event.holder().map(SessionInfo::processId);
    if (!process.equals(holder)) {
      holder = process;
      aside(
          "waiting for another run on this database, up to "
              + Times.words(event.limit())
              + ": "
              + event.display());
    }
    progress.begin(
        "waiting for " + event.holder().map(SessionInfo::displayWithQuery).orElse("the lock"));
  }

  private static String blockers(RunEvent.StatementBlocked blocked) {
    return blocked.by().stream()
        .map(SessionInfo::displayWithQuery)
        .collect(Collectors.joining("; "));
  }

  private void begin(Step step) {
    if (midLine || !stepLine.isEmpty()) {
      end("");
    }
    stepLine = LogLine.of(step);
    statementsOfStep = step.statements().size();
    if (!progress.live() && !output.wantsJson()) {
      output.text(stepLine);
      midLine = true;
    }
    output.flush();
    progress.begin(stepLine);
  }

  private void begin(int statement, PlannedStatement what) {
    if (output.verbose()) {
      kind = what.kind() + " in line " + what.line();
    }
    if (!progress.live()) {
      return;
    }
    progress.begin(
        "statement "
            + (statement + 1)
            + " of "
            + statementsOfStep
            + ": "
            + what.kind().toLowerCase(Locale.ROOT)
            + " (line "
            + what.line()
            + ")");
  }

  private void finished(int statement, long rows, Duration took) {
    if (output.verbose()) {
      String count = rows < 0 ? "" : ", " + rows + (rows == 1 ? " row" : " rows");
      progress.clear();
      output.remark(
          "  statement "
              + (statement + 1)
              + " of "
              + statementsOfStep
              + ": "
              + kind
              + count
              + ", "
              + Times.words(took));
    }
  }

  /** Ends the step's line, which goes on its way with the beginning of the next. */
  private void end(String remark) {
    progress.clear();
    String shown = remark.isEmpty() ? "" : output.style().of(Ink.FAINT, "  (" + remark + ")");
    if (!output.wantsJson() && (!stepLine.isEmpty() || (brokenOff && !shown.isEmpty()))) {
      output.line((midLine ? "" : stepLine) + shown);
    }
    midLine = false;
    brokenOff = false;
    stepLine = "";
  }

  /** Says something beside the steps. */
  private void aside(String text) {
    progress.clear();
    if (midLine) {
      // Both streams often lead to the same place; the remark gets a line of its own there.
      output.line("");
      midLine = false;
      stepLine = "";
      brokenOff = true;
    }
    output.flush();
    output.remark(text);
  }

  /** Ends what is begun, also where the run broke off. */
  @Override
  public void close() {
    progress.close();
    end("");
    output.flush();
  }
}
