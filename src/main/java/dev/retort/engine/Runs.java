package dev.retort.engine;

import dev.retort.engine.journal.Journal;
import dev.retort.execute.Cancellation;
import dev.retort.execute.Executor;
import dev.retort.execute.RunEvent;
import dev.retort.execute.RunOptions;
import dev.retort.execute.failure.PlanChangedException;
import dev.retort.execute.state.DatabaseState;
import dev.retort.plan.Command;
import dev.retort.plan.NotFilledInException;
import dev.retort.plan.Plan;
import dev.retort.profile.Confirmation;
import dev.retort.profile.ProductionGuard;
import dev.retort.profile.ProductionGuard.Intent;
import dev.retort.profile.RefusedException;
import dev.retort.profile.RunLimits;
import dev.retort.profile.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs plans on one connection: asks the guard, keeps the log, and leaves the rest to the executor.
 * Any thread; runs on one database wait for each other by its lock.
 */
public final class Runs {
  private final Project project;
  private final Connection connection;
  private final Journal journal;
  private final Seen seen;
  private final Surroundings surroundings;

  Runs(
      Project project,
      Connection connection,
      Journal journal,
      Seen seen,
      Surroundings surroundings) {
    this.project = project;
    this.connection = connection;
    this.journal = journal;
    this.seen = seen;
    this.surroundings = surroundings;
  }

  /** The profile's own limits, else the project's, and its transactions; the rest as usual. */
  public RunOptions options() {
    return options(RunLimits.NONE);
  }

  /** As {@link #options()}, but for what has been said just now. */
  public RunOptions options(RunLimits said) {
    return connection.options(said);
  }

  /** Whether a plan may be run here, given what the user has said so far. */
  public Verdict allowed(Plan plan, Confirmation confirmation) {
    Intent intent = new Intent(connection.databaseName(), plan.digest().value(), List.of());
    return ProductionGuard.check(connection.profile(), intent, confirmation);
  }

  /**
   * Whether running a plan would do anything at all: one without steps may still have the version
   * table to make, or, as a stamp, the mark of a run that stopped midway to remove.
   */
  public boolean needed(Plan plan, DatabaseState state) {
    return !plan.steps().isEmpty()
        || !state.versions().exists()
        || (plan.command() == Command.STAMP && state.interruption().isPresent());
  }

  /**
   * Checks that a plan is the one that was reviewed.
   *
   * @throws PlanChangedException if its digest is another
   */
  public static void requireReviewed(Plan plan, String digest) {
    if (!plan.digest().value().equals(digest)) {
      throw PlanChangedException.digest(digest, plan.digest().value());
    }
  }

  /**
   * Runs a plan to its end. Blocks.
   *
   * @param listener told everything that happens, by one thread at a time: the calling one, or
   *     another while that waits for the server; must not block
   * @param cancellation stops the run at any time
   * @throws dev.retort.profile.RefusedException if the guard refuses
   * @throws NotFilledInException if a revision is a template still
   * @throws dev.retort.execute.failure.RunRefusedException if it must not begin
   * @throws dev.retort.execute.failure.RunFailedException if it began and did not end well
   * @throws dev.retort.execute.failure.ConnectionFailedException if no connection can be made
   * @throws JournalException if it cannot be noted in the log; nothing was begun then
   */
  public RunOutcome run(
      Plan plan, RunRequest request, Consumer<RunEvent> listener, Cancellation cancellation) {
    allowed(plan, request.confirmation()).orThrow();
    NotFilledInException.check(plan);
    Recording recording = new Recording(journal, surroundings, project, connection);
    RanSteps ran = new RanSteps(plan, request.options().scope(), seen);
    Consumer<RunEvent> both = ran.before(listener);
    return ran.noted(
        () ->
            recording.of(
                plan,
                request.options(),
                () ->
                    new Executor(
                            connection.database(plan.command().word(), project),
                            Optional.of(recording.who()))
                        .run(plan, request.options(), both, cancellation)));
  }

  /**
   * Makes the version table if it is missing.
   *
   * @param confirmation what the user has said in favour of it; asked for on production
   * @return whether it had to be made
   * @throws RefusedException if the guard refuses
   */
  public boolean ensureVersionTable(
      Confirmation confirmation,
      RunOptions options,
      Consumer<RunEvent> listener,
      Cancellation cancellation) {
    if (connection.state().versions().exists()) {
      return false;
    }
    requireIntent(confirmation);
    return new Executor(connection.database("ensure-version", project))
        .ensureVersionTable(options, listener, cancellation);
  }

  /** There is no plan whose digest could be given: a plain yes, or the database's name, will do. */
  private void requireIntent(Confirmation confirmation) {
    Confirmation enough =
        switch (confirmation) {
          case Confirmation.Typed typed -> typed;
          case Confirmation.CommandLine line ->
              new Confirmation.CommandLine(line.yes(), Optional.of("").filter(d -> line.yes()));
        };
    Intent intent = new Intent(connection.databaseName(), "", List.of());
    if (ProductionGuard.check(connection.profile(), intent, enough)
        instanceof Verdict.Refused refused) {
      throw new RefusedException(
          refused.code().equals("needs-confirmation")
              ? new Verdict.Refused(
                  refused.code(),
                  "Profile " + connection.profile().name() + " is a production database.",
                  "Give --yes to make the version table there.",
                  refused.details())
              : refused);
    }
  }
}
