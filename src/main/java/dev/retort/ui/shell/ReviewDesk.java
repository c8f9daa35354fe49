package dev.retort.ui.shell;

import dev.retort.engine.Connection;
import dev.retort.engine.Planning;
import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.engine.RunRequest;
import dev.retort.engine.Runs;
import dev.retort.execute.RunOptions;
import dev.retort.execute.failure.PlanChangedException;
import dev.retort.plan.Command;
import dev.retort.plan.Note;
import dev.retort.plan.Plan;
import dev.retort.preview.ScriptWriter;
import dev.retort.preview.SqlScript;
import dev.retort.preview.VersionTable;
import dev.retort.preview.WayBackText;
import dev.retort.profile.Confirmation;
import dev.retort.profile.Environment;
import dev.retort.ui.run.Review;
import dev.retort.ui.run.Runner;
import java.util.Optional;

/** Gets ready what is read of a plan before it runs, and what runs it. Any thread; blocks. */
final class ReviewDesk {
  private final Project project;
  private final Connection connection;
  private final Optional<Position> position;
  private final Runs runs;

  /**
   * The desk for one database.
   *
   * @param position where it is, as looked at last
   */
  ReviewDesk(Project project, Connection connection, Optional<Position> position, Runs runs) {
    this.project = project;
    this.connection = connection;
    this.position = position;
    this.runs = runs;
  }

  /**
   * A plan with all that is shown of it.
   *
   * @param requiredName what has to be typed before it runs
   * @param noWrites why it can be read, but not run; empty if it can
   */
  record Prepared(
      Plan plan,
      Review review,
      Optional<String> requiredName,
      String noWrites,
      WayBackPlan undo,
      Runner runner) {}

  Prepared prepare(Plan plan) {
    Environment environment = connection.profile().environment();
    String database = connection.databaseName();
    boolean production = environment == Environment.PRODUCTION;
    Review review =
        new Review(
            ActionBar.word(plan.command()) + " " + connection.profile().name(),
            new Review.Place(environment, database),
            script(plan),
            WayBackText.of(plan, project.graph()::find),
            asks(plan.command(), production, runs.options()));
    return new Prepared(
        plan,
        review,
        production ? Optional.of(database) : Optional.empty(),
        whyNot(plan),
        WayBackPlan.of(plan, new Planning(project)),
        runner());
  }

  /** Why this plan can be read, but not run; empty if it can. */
  private String whyNot(Plan plan) {
    String nothingRuns = NoWrites.reason(Optional.of(connection), position);
    return nothingRuns.isEmpty()
        ? plan.notes().stream()
            .filter(note -> note.code().equals(Note.NOT_FILLED_IN))
            .map(Note::text)
            .findFirst()
            .orElse("")
        : nothingRuns;
  }

  /** What will happen around the statements, in words. */
  private static String asks(Command command, boolean production, RunOptions options) {
    int most = options.retries().most();
    String name = production ? "Will ask for the database's name (production)" : "Will ask nothing";
    if (command == Command.STAMP) {
      return "Writes the version table alone: none of the revisions' SQL runs · " + name;
    }
    return String.join(
        " · ",
        name,
        "lock time-out "
            + options.lockTimeout().toSeconds()
            + " s, "
            + (most == 1 ? "1 retry" : most + " retries"),
        switch (options.scope()) {
          case PER_REVISION -> "one transaction per revision";
          case WHOLE_RUN -> "one transaction for all of it";
        });
  }

  private SqlScript script(Plan plan) {
    return ScriptWriter.write(
        plan,
        new VersionTable(
            project.config().migrations().versionTableSchema().orElse(""),
            project.config().migrations().versionTable(),
            project.roomForIds()),
        switch (runs.options().scope()) {
          case PER_REVISION -> ScriptWriter.Transactions.PER_REVISION;
          case WHOLE_RUN -> ScriptWriter.Transactions.WHOLE_RUN;
        },
        position.map(one -> !one.state().versions().exists()).orElse(false));
  }

  private Runner runner() {
    return (what, typedName, events, cancellation) -> {
      // An edit that has not been noticed yet is noticed here at the latest.
      Freshness.changed(what, project.reload(), Optional.empty())
          .ifPresent(
              change -> {
                throw PlanChangedException.files(change);
              });
      RunRequest request = new RunRequest(new Confirmation.Typed(typedName), runs.options());
      return runs.run(what, request, events, cancellation).result();
    };
  }
}
