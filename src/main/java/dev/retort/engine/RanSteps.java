package dev.retort.engine;

import dev.retort.execute.RunEvent;
import dev.retort.execute.RunOptions.Scope;
import dev.retort.plan.Plan;
import dev.retort.plan.Step;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Notes which steps of a run came to be in the database, and with what text. That it cannot be
 * noted undoes nothing, so it is told beside the outcome.
 */
final class RanSteps {
  private final Plan plan;
  private final Scope scope;
  private final Seen seen;
  private final List<Step> finished = new ArrayList<>();

  RanSteps(Plan plan, Scope scope, Seen seen) {
    this.plan = plan;
    this.scope = scope;
    this.seen = seen;
  }

  /** Listens before another does. */
  Consumer<RunEvent> before(Consumer<RunEvent> listener) {
    return event -> {
      if (event instanceof RunEvent.StepFinished done) {
        finished.add(plan.steps().get(done.step()));
      }
      listener.accept(event);
    };
  }

  /** Does the run, and notes its steps however it ends. */
  RunOutcome noted(Supplier<RunOutcome> run) {
    RunOutcome outcome;
    try {
      outcome = run.get();
    } catch (RuntimeException e) {
      // Where the run is one transaction, a step that was finished is gone again.
      if (scope == Scope.PER_REVISION) {
        note(finished).forEach(words -> e.addSuppressed(new IllegalStateException(words)));
      }
      throw e;
    }
    List<String> warnings = new ArrayList<>(outcome.warnings());
    warnings.addAll(note(plan.steps()));
    return new RunOutcome(outcome.result(), warnings);
  }

  private List<String> note(List<Step> steps) {
    try {
      seen.ran(steps);
      return List.of();
    } catch (UncheckedIOException e) {
      return List.of("What ran could not be kept to compare with: " + e.getMessage());
    }
  }
}
