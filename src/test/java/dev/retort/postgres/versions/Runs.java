package dev.retort.postgres.versions;

import dev.retort.execute.Cancellation;
import dev.retort.execute.Executor;
import dev.retort.execute.RunEvent;
import dev.retort.execute.RunOptions;
import dev.retort.execute.RunOptions.Scope;
import dev.retort.execute.RunResult;
import dev.retort.plan.Plan;
import dev.retort.postgres.Access;
import dev.retort.postgres.PostgresSessions;
import dev.retort.profile.ConnectionSettings;
import dev.retort.testing.PgDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** One runner on one database: what tests do with it, and what it told. */
final class Runs {
  private final ConnectionSettings settings;
  private final List<RunEvent> events = new CopyOnWriteArrayList<>();
  private final Map<Class<?>, Runnable> reactions = new ConcurrentHashMap<>();
  private final Cancellation cancellation = new Cancellation();
  private RunOptions options = RunOptions.defaults();
  private VersionTable table = VersionTable.standard();

  private Runs(ConnectionSettings settings) {
    this.settings = settings;
  }

  static Runs on(PgDatabase database) {
    return new Runs(database.settings());
  }

  static Runs on(ConnectionSettings settings) {
    return new Runs(settings);
  }

  Runs with(RunOptions newOptions) {
    options = newOptions;
    return this;
  }

  Runs table(VersionTable newTable) {
    table = newTable;
    return this;
  }

  Runs lockTimeout(Duration timeout, int retries) {
    return with(
        new RunOptions(
            timeout, Duration.ZERO, Duration.ofSeconds(20), retries, Scope.PER_REVISION));
  }

  Runs lockWait(Duration wait) {
    return with(new RunOptions(Duration.ofSeconds(5), Duration.ZERO, wait, 0, Scope.PER_REVISION));
  }

  Runs wholeRun() {
    return with(
        new RunOptions(
            Duration.ofSeconds(5), Duration.ZERO, Duration.ofSeconds(20), 0, Scope.WHOLE_RUN));
  }

  PostgresDatabase database() {
    return database(Access.READ_WRITE);
  }

  PostgresDatabase database(Access access) {
    return new PostgresDatabase(new PostgresSessions(settings, "test", access), table);
  }

  RunResult run(Plan plan) {
    return new Executor(database(), Optional.of("tester@here"))
        .run(plan, options, this::take, cancellation);
  }

  private void take(RunEvent event) {
    events.add(event);
    reactions.getOrDefault(event.getClass(), () -> {}).run();
  }

  /** Does something whenever something happens in a run. */
  Runs when(Class<? extends RunEvent> event, Runnable reaction) {
    reactions.put(event, reaction);
    return this;
  }

  CompletableFuture<RunResult> start(Plan plan) {
    return CompletableFuture.supplyAsync(
        () -> run(plan), task -> Thread.ofPlatform().daemon().start(task));
  }

  void cancel() {
    cancellation.cancel();
  }

  List<RunEvent> events() {
    return events;
  }

  <E extends RunEvent> List<E> events(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The exception that a run in the background ended with. */
  static <X extends Throwable> X failure(CompletableFuture<?> run, Class<X> type) {
    try {
      run.orTimeout(60, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      if (type.isInstance(e.getCause())) {
        return type.cast(e.getCause());
      }
      throw new AssertionError("failed otherwise", e);
    }
    throw new AssertionError("did not fail");
  }
}
