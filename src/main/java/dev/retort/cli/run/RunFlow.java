package dev.retort.cli.run;

import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.look.PlanText;
import dev.retort.cli.look.SeenText;
import dev.retort.cli.term.Ink;
import dev.retort.cli.term.Output;
import dev.retort.cli.term.ProgressLine;
import dev.retort.cli.term.Times;
import dev.retort.engine.Connection;
import dev.retort.engine.PlanRequest;
import dev.retort.engine.Planning;
import dev.retort.engine.Project;
import dev.retort.engine.RunOutcome;
import dev.retort.engine.RunRequest;
import dev.retort.engine.Runs;
import dev.retort.engine.Seen;
import dev.retort.engine.seen.Sighting;
import dev.retort.execute.Cancellation;
import dev.retort.execute.RunOptions;
import dev.retort.execute.RunResult;
import dev.retort.execute.failure.LockHeldException;
import dev.retort.execute.failure.RunCancelledException;
import dev.retort.execute.failure.RunRefusedException;
import dev.retort.execute.failure.StatementFailedException;
import dev.retort.execute.state.DatabaseState;
import dev.retort.plan.Command;
import dev.retort.plan.Direction;
import dev.retort.plan.HalfMade;
import dev.retort.plan.IrreversibleException;
import dev.retort.plan.NeedsAutocommitException;
import dev.retort.plan.NotFilledInException;
import dev.retort.plan.Note;
import dev.retort.plan.Plan;
import dev.retort.plan.Step;
import dev.retort.profile.Confirmation;
import dev.retort.revision.RevisionId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** From a request to a database that was changed: plan, consent, run, report. */
public final class RunFlow {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  private final Invocation invocation;
  private final Output output;
  private final Project project;
  private final Connection connection;
  private final Runs runs;

  /** Runs of a call, on a connection. */
  public RunFlow(Invocation invocation, Output output, Project project, Connection connection) {
    this.invocation = invocation;
    this.output = output;
    this.project = project;
    this.connection = connection;
    this.runs = invocation.retort().runs(project, connection);
  }

  /**
   * Plans and runs.
   *
   * @param digest the digest of the plan that was reviewed, if one was
   */
  public int run(PlanRequest request, Optional<String> digest) {
    return run(request, digest, true);
  }

  /** Plans and runs what has just been shown, so that its notes need not be said again. */
  public int runShown(PlanRequest request, Plan shown) {
    return run(request, Optional.of(shown.digest().value()), false);
  }

  private int run(PlanRequest request, Optional<String> digest, boolean sayNotes) {
    Replanning replanning = new Replanning(request, digest);
    RunJson json = new RunJson(replanning);
    RunOptions options = runs.options(invocation.options().limits());
    Set<String> said = new HashSet<>();
    while (true) {
      Settled settled = settled(replanning.left(options));
      DatabaseState state = settled.state();
      Plan plan = new Planning(project).plan(request, state);
      IrreversibleException.check(plan);
      NeedsAutocommitException.check(plan);
      NotFilledInException.check(plan);
      replanning.words().ifPresent(words -> output.remark(words + headline(plan)));
      if (sayNotes) {
        plan.notes().stream().map(Note::text).filter(said::add).forEach(this::warn);
      }
      digest.ifPresent(reviewed -> Runs.requireReviewed(plan, reviewed));
      if (!runs.needed(plan, state)) {
        return report(plan, state, idle(plan), json);
      }
      Confirmation given = new Consent(invocation, output).get(plan, connection, runs, digest);
      try {
        RunOutcome outcome = run(plan, new RunRequest(given, settled.options()), json);
        return report(plan, state, outcome, json);
      } catch (RunRefusedException e) {
        replanning.after(e, given);
      }
    }
  }

  private void warn(String note) {
    output.warning(output.paths().in(note));
  }

  /** What is to be done now instead; that there is nothing left to do is said at the end. */
  private static String headline(Plan plan) {
    return plan.steps().isEmpty() ? "." : ": " + PlanText.headline(plan) + ".";
  }

  private int report(Plan plan, DatabaseState state, RunOutcome outcome, RunJson json) {
    outcome.warnings().forEach(output::warning);
    Map<RevisionId, Sighting> edited =
        SeenText.editedInVain(plan, invocation.retort().seen(project, connection), output);
    if (output.wantsJson()) {
      Map<String, Object> document = json.document(plan, connection, outcome);
      if (plan.command() == Command.CLEANUP) {
        document.put("cleaned_up", cleaned(plan, state).map(HalfMade::details).toList());
      }
      if (!edited.isEmpty()) {
        document.put("edited", SeenText.json(edited.values()));
      }
      output.json(document);
    } else {
      cleaned(plan, state).forEach(one -> output.line("  " + one.cleaned()));
      if (plan.command() == Command.STAMP) {
        plan.steps().forEach(step -> PlanText.rows(step).forEach(row -> output.line("  " + row)));
      }
      if (plan.command() == Command.STAMP && state.interruption().isPresent()) {
        output.line("  the mark of the run that stopped midway is removed");
      }
      output.line(plan.steps().isEmpty() ? PlanText.headline(plan) : done(outcome.result()));
      SeenText.edited(edited, connection, invocation, output);
    }
    return ExitCode.DONE;
  }

  /**
   * Where the database is. A step outside of transactions may be under way although its client has
   * gone: the server only notices when it has done what it was told. What it has done by then
   * decides on the plan, so that is waited for; any other run is waited for by the executor, for
   * what is left of the same time.
   */
  private Settled settled(RunOptions options) {
    DatabaseState state = connection.state();
    if (!underWay(state)) {
      return new Settled(state, options);
    }
    connection.letGo();
    state
        .lockHolder()
        .ifPresent(
            holder ->
                output.remark("waiting for a run that is under way here: " + holder.display()));
    Cancellation cancellation = invocation.interruptible();
    long start = System.nanoTime();
    Duration waited = Duration.ZERO;
    while (underWay(state)) {
      if (waited.compareTo(options.lockWait()) >= 0) {
        throw new LockHeldException(state.lockHolder(), waited);
      }
      if (cancellation.await(LOOK_AGAIN)) {
        throw RunCancelledException.notBegun();
      }
      state = connection.state();
      waited = Duration.ofNanos(System.nanoTime() - start);
    }
    return new Settled(state, options.havingWaited(waited));
  }

  private static boolean underWay(DatabaseState state) {
    return state.interruption().isPresent() && state.lockHolder().isPresent();
  }

  /** A database that no step outside of transactions is under way on, and what is left to wait. */
  private record Settled(DatabaseState state, RunOptions options) {}

  private RunOutcome run(Plan plan, RunRequest request, RunJson json) {
    runs.allowed(plan, request.confirmation()).orThrow();
    Cancellation cancellation = invocation.interruptible();
    try (RunPrinter printer =
        new RunPrinter(output, ProgressLine.on(invocation.streams(), output.wantsJson()))) {
      return runs.run(
          plan,
          request,
          event -> {
            if (output.wantsJson()) {
              json.take(event);
            }
            printer.show(event);
          },
          cancellation);
    } catch (StatementFailedException e) {
      Step step = e.place().step();
      if (step.direction() == Direction.DOWNGRADE) {
        Seen seen = invocation.retort().seen(project, connection);
        SeenText.failedBack(
            SeenText.known(
                () -> seen.edited(id -> step.revision().filter(id::equals).isPresent()), output),
            output);
      }
      throw e;
    }
  }

  /** What a cleanup took away: the plan holds exactly what the database had shown. */
  private static Stream<HalfMade> cleaned(Plan plan, DatabaseState state) {
    return plan.command() == Command.CLEANUP && !plan.steps().isEmpty()
        ? state.traces().halfMade().stream()
        : Stream.empty();
  }

  private static RunOutcome idle(Plan plan) {
    return new RunOutcome(new RunResult(0, 0, Duration.ZERO, plan.headsAfter()), List.of());
  }

  private String done(RunResult result) {
    return output.style().of(Ink.GOOD, "Done")
        + " in "
        + Times.words(result.took())
        + "; the database is at "
        + PlanText.words(result.headsAfter())
        + ".";
  }
}
