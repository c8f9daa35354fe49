package dev.retort.execute;

import dev.retort.execute.RunOptions.Scope;
import dev.retort.execute.failure.ConnectionLostException;
import dev.retort.execute.failure.ServerErrorException;
import dev.retort.execute.state.ServerError;
import dev.retort.plan.Plan;
import dev.retort.revision.RevisionId;
import dev.retort.testing.FakeDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the executor's tests share: a way to run, and ways to fail. */
class ExecutorFixture {
  static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  final List<RunEvent> events = new ArrayList<>();
  final Cancellation cancellation = new Cancellation();

  RunResult run(FakeDatabase database, Plan plan, RunOptions options) {
    return new Executor(
            database, Optional.empty(), InstantSource.fixed(NOON), Duration.ofMillis(300))
        .run(plan, options, events::add, cancellation);
  }

  RunResult run(FakeDatabase database, Plan plan) {
    return run(database, plan, RunOptions.defaults());
  }

  static List<RevisionId> ids(String... values) {
    return List.of(values).stream().map(RevisionId::new).toList();
  }

  static Runnable fails(String state) {
    return () -> {
      throw new ServerErrorException(
          "server-error", "it failed.", "", ServerError.of(state, "it failed"), List.of(), null);
    };
  }

  @SuppressWarnings("DoNotCallSuggester") // It is for calling.
  static void disconnect() {
    throw new ConnectionLostException("gone.", null);
  }

  static RunOptions with(Scope scope, int retries) {
    return new RunOptions(
        Duration.ofSeconds(1), Duration.ZERO, Duration.ofMillis(120), retries, scope);
  }
}
