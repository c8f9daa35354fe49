package dev.retort.engine;

import dev.retort.execute.RunEvent;
import dev.retort.execute.RunOptions.Scope;
import dev.retort.plan.Plan;
import dev.retort.plan.Step;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Notes which steps of a run came to be in the database, and with what text. That it cannot be
 * noted undoes nothing, so it is told beside the outcome. What is to be noted is put together on a
 * thread of its own, while the run waits for the server, and written when the run has ended. That
 * thread is woken for many steps at once: waking it for each took the run longer than it saved.
 */
final class RanSteps {
  private final Plan plan;
  private final Scope scope;
  private final Seen.Noting noting;

  /** Many enough to be seldom woken for, few enough to be soon done with at the end. */
  private static final int AT_ONCE = 64;

  /** The steps handed to the clerk, or about to be. */
  private final BitSet finished = new BitSet();

  private final List<Ran> waiting = new ArrayList<>();

  private final ExecutorService clerk =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("seen").factory());

  RanSteps(Plan plan, Scope scope, Seen seen) {
    this.plan = plan;
    this.scope = scope;
    this.noting = seen.noting();
  }

  private record Ran(Step step, Instant at) {}

  /** Listens before another does. */
  Consumer<RunEvent> before(Consumer<RunEvent> listener) {
    return event -> {
      if (event instanceof RunEvent.StepFinished done) {
        add(done.step());
      }
      listener.accept(event);
    };
  }

  private void add(int step) {
    if (!finished.get(step)) {
      finished.set(step);
      waiting.add(new Ran(plan.steps().get(step), noting.now()));
      if (waiting.size() == AT_ONCE) {
        hand();
      }
    }
  }

  private void hand() {
    List<Ran> ran = List.copyOf(waiting);
    waiting.clear();
    clerk.execute(() -> ran.forEach(one -> noting.ran(one.step(), one.at())));
  }

  /** Does the run, and notes its steps however it ends. */
  RunOutcome noted(Supplier<RunOutcome> run) {
    try {
      RunOutcome outcome = run(run);
      for (int step = 0; step < plan.steps().size(); step++) {
        add(step);
      }
      List<String> warnings = new ArrayList<>(outcome.warnings());
      warnings.addAll(write());
      return new RunOutcome(outcome.result(), warnings);
    } finally {
      clerk.shutdown();
    }
  }

  private RunOutcome run(Supplier<RunOutcome> run) {
    try {
      return run.get();
    } catch (RuntimeException e) {
      // Where the run is one transaction, a step that was finished is gone again.
      if (scope == Scope.PER_REVISION) {
        write().forEach(words -> e.addSuppressed(new IllegalStateException(words)));
      }
      throw e;
    }
  }

  private List<String> write() {
    hand();
    try {
      clerk.submit(noting::write).get();
      return List.of();
    } catch (InterruptedException e) {
      // The clerk goes on; what it writes is there before the process ends, or is not.
      Thread.currentThread().interrupt();
      return List.of("What ran may not have been kept to compare with: it was interrupted.");
    } catch (ExecutionException e) {
      return switch (e.getCause()) {
        case UncheckedIOException cannot ->
            List.of("What ran could not be kept to compare with: " + cannot.getMessage());
        case RuntimeException wrong -> throw wrong;
        case null, default -> throw new IllegalStateException(e);
      };
    }
  }
}
