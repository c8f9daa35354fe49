package dev.retort.execute;

import dev.retort.execute.Database.Connected;
import dev.retort.execute.failure.ConnectionLostException;
import dev.retort.execute.failure.NotTransactionalException;
import dev.retort.execute.failure.PlanChangedException;
import dev.retort.execute.failure.RunCancelledException;
import dev.retort.execute.failure.ServerErrorException;
import dev.retort.execute.state.Aftermath;
import dev.retort.plan.Command;
import dev.retort.plan.Digest;
import dev.retort.plan.IrreversibleException;
import dev.retort.plan.NeedsAutocommitException;
import dev.retort.plan.Plan;
import dev.retort.plan.Step;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs plans on one database: takes the lock, checks that the plan still stands, runs its steps and
 * moves the version table with them. Does no planning: it takes a plan, never a target. Safe for
 * use from several threads; runs on one database wait for each other by its lock.
 */
public final class Executor {
  private static final Duration DOUBT_PATIENCE = Duration.ofSeconds(20);

  private final Database database;
  private final Optional<String> who;
  private final InstantSource clock;
  private final Duration doubtPatience;

  /** An executor that marks its steps with the system's time, and with nobody's name. */
  public Executor(Database database) {
    this(database, Optional.empty());
  }

  /**
   * An executor that marks its steps with the system's time.
   *
   * @param who who runs them, for the mark of a step that does not end
   */
  public Executor(Database database, Optional<String> who) {
    this(database, who, InstantSource.system(), DOUBT_PATIENCE);
  }

  /**
   * An executor with a clock of its own.
   *
   * @param doubtPatience how long to try to find out what became of a commit whose answer was lost
   */
  Executor(Database database, Optional<String> who, InstantSource clock, Duration doubtPatience) {
    this.database = database;
    this.who = who;
    this.clock = clock;
    this.doubtPatience = doubtPatience;
  }

  /**
   * Runs a plan to its end. Blocks.
   *
   * @param listener told everything that happens, by one thread at a time: the calling one, or
   *     another while that waits for the server; must not block
   * @param cancellation stops the run at any time; so does interrupting the calling thread
   * @throws dev.retort.execute.failure.RunRefusedException if it must not begin
   * @throws dev.retort.execute.failure.RunFailedException if it began and did not end well
   * @throws dev.retort.execute.failure.ConnectionFailedException if no connection can be made
   */
  public RunResult run(
      Plan plan, RunOptions options, Consumer<RunEvent> listener, Cancellation cancellation) {
    long start = System.nanoTime();
    check(plan, options);
    try (Connected connected = database.connect(options, cancellation)) {
      Run run =
          new Run(
              new RunContext(plan, options, connected, listener, cancellation),
              new Doubt(database, options, doubtPatience),
              clock,
              who);
      run.go();
      return run.finish(Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /**
   * Makes the version table if it is missing, as Alembic's {@code ensure_version} does, and nothing
   * else.
   *
   * @param listener told what happens while waiting for the lock
   * @return whether it had to be made
   */
  public boolean ensureVersionTable(
      RunOptions options, Consumer<RunEvent> listener, Cancellation cancellation) {
    try (Connected connected = database.connect(options, cancellation)) {
      new LockWait(connected.versions(), options.lockWait(), listener, cancellation).take();
      Fitness.check(connected.session().server());
      boolean missing = !connected.versions().read().exists();
      if (missing) {
        connected.versions().create();
      }
      unlock(connected.versions());
      return missing;
    } catch (StoppedException e) {
      throw new RunCancelledException(Aftermath.notBegun(), e);
    }
  }

  /** What can be refused without a connection. */
  private static void check(Plan plan, RunOptions options) {
    Digest digest = Digest.of(plan);
    if (!digest.equals(plan.digest())) {
      throw PlanChangedException.digest(plan.digest().value(), digest.value());
    }
    IrreversibleException.check(plan);
    NeedsAutocommitException.check(plan);
    List<Step> autocommit = plan.steps().stream().filter(step -> !step.transactional()).toList();
    if (plan.command() != Command.CLEANUP
        && options.scope() == RunOptions.Scope.WHOLE_RUN
        && !autocommit.isEmpty()) {
      throw new NotTransactionalException(autocommit);
    }
  }

  /**
   * Lets go of the lock, so that whoever comes next need not wait for the session's end.
   *
   * @return false if the connection broke over it, or before
   */
  static boolean unlock(VersionStore versions) {
    try {
      versions.unlock();
    } catch (ConnectionLostException e) {
      return false;
    } catch (ServerErrorException e) {
      // The session is closed next, and the lock goes with it. What was committed stays.
    }
    return true;
  }
}
