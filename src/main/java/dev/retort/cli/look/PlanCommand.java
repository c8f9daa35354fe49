package dev.retort.cli.look;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.Reading;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.base.UsageException;
import dev.retort.cli.term.Output;
import dev.retort.engine.Connection;
import dev.retort.engine.PlanRequest;
import dev.retort.engine.Planning;
import dev.retort.engine.Project;
import dev.retort.engine.Seen;
import dev.retort.engine.Shadows;
import dev.retort.engine.seen.Changed;
import dev.retort.engine.seen.Sighting;
import dev.retort.execute.Cancellation;
import dev.retort.execute.state.DatabaseState;
import dev.retort.execute.state.SessionInfo;
import dev.retort.graph.target.Symbols;
import dev.retort.plan.Command;
import dev.retort.plan.Plan;
import dev.retort.plan.resume.Choice;
import dev.retort.revision.RevisionId;
import dev.retort.schema.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/** {@code retort plan}. */
public final class PlanCommand extends RetortCommand {
  private Command command = Command.UPGRADE;
  private List<String> targets = List.of();
  private @Nullable String heads;
  private boolean runAgain;
  private boolean skip;
  private boolean purge;
  private boolean schema;
  private boolean ddl;

  /** The command of a call. */
  public PlanCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected void declare(Arguments arguments) {
    arguments.about("Show what a command would do.");
    arguments.parameter(
        "upgrade|downgrade|stamp|resume|cleanup",
        new Reading<>(
            Command.class,
            PlanCommand::planned,
            Arrays.stream(Command.values()).map(Command::word).toList()),
        "What is to be planned.",
        chosen -> command = chosen);
    arguments.parameters(
        "TARGET",
        0,
        Reading.TARGET,
        "Where to; several for a stamp, none for resume and cleanup.",
        words -> targets = words);
    arguments.option(
        "--heads",
        "A,B",
        "Plan from these heads (empty for none); no database is touched.",
        word -> heads = word);
    arguments.flag(
        "--run-again",
        "For a resume: send the statement that was under way again.",
        on -> runAgain = on);
    arguments.flag(
        "--skip", "For a resume: go on behind the statement that was under way.", on -> skip = on);
    arguments.flag("--purge", "For a stamp: empty the version table first.", on -> purge = on);
    arguments.flag(
        "--schema",
        "Show what it would do to the schema, run on a shadow with this database's own.",
        on -> schema = on);
    arguments.flag("--ddl", "With --schema: show the SQL of both sides, whole.", on -> ddl = on);
  }

  @Override
  protected int run(Output output) {
    check();
    if (heads == null) {
      invocation().lookAhead();
    }
    Project project = invocation().soundProject(output);
    Choice choice = skip ? Choice.SKIP : runAgain ? Choice.RUN_AGAIN : Choice.PROVEN;
    PlanRequest request = new PlanRequest(command, targets, purge, choice);
    Planning planning = new Planning(project);
    if (heads != null) {
      Plan plan = planning.plan(request, rows(project, heads));
      print(
          plan,
          Map.of(),
          Map.of(),
          Optional.empty(),
          outcome(project, plan, Optional.empty(), output),
          output);
      return ExitCode.DONE;
    }
    Connection connection = invocation().connect(project, output);
    DatabaseState state = connection.state();
    Plan plan = planning.plan(request, state);
    Seen seen = invocation().retort().seen(project, connection);
    Map<RevisionId, Sighting> edited = SeenText.editedInVain(plan, seen, output);
    print(
        plan,
        SeenText.known(() -> seen.changed(plan), output),
        edited,
        state.lockHolder(),
        outcome(project, plan, Optional.of(connection), output),
        output);
    if (!output.wantsJson()) {
      SeenText.edited(edited, connection, invocation(), output);
    }
    return ExitCode.DONE;
  }

  /** A plan made while a run is under way is likely to be another once that has ended. */
  private void print(
      Plan plan,
      Map<Integer, Changed> changed,
      Map<RevisionId, Sighting> edited,
      Optional<SessionInfo> runner,
      Optional<PlanSchema> outcome,
      Output output) {
    if (output.wantsJson()) {
      Map<String, Object> map = PlanJson.of(plan, changed);
      if (!edited.isEmpty()) {
        map.put("edited", SeenText.json(edited.values()));
      }
      runner.map(SessionInfo::display).ifPresent(holder -> map.put("lock_holder", holder));
      outcome.ifPresent(found -> map.put("schema", found.map()));
      output.json(map);
      return;
    }
    if (outcome.isPresent()) {
      outcome.get().print(ddl, output);
    } else {
      new PlanText(output).print(plan);
    }
    SeenText.changed(plan, changed, output);
    runner.ifPresent(
        holder ->
            output.warning(
                "A run is under way: "
                    + holder.display()
                    + ". This plan is made from where the database is now; once that run has moved"
                    + " it, this one is refused, and has to be made again."));
  }

  private Optional<PlanSchema> outcome(
      Project project, Plan plan, Optional<Connection> connection, Output output) {
    return schema ? Optional.of(schema(project, plan, connection, output)) : Optional.empty();
  }

  private PlanSchema schema(
      Project project, Plan plan, Optional<Connection> connection, Output output) {
    Cancellation cancellation = invocation().interruptible();
    if (connection.isEmpty()) {
      Shadows shadows = invocation().shadows(project, output);
      return PlanSchema.of(
          shadows.at(plan.headsBefore(), cancellation), plan, shadows, cancellation);
    }
    Snapshot before = connection.get().schema();
    Shadows shadows = invocation().shadows(project, connection.get());
    shadows.compareWith(before).ifPresent(output::warning);
    return PlanSchema.of(before, plan, shadows, cancellation);
  }

  private void check() {
    if (ddl && !schema) {
      throw new UsageException("--ddl shows a schema.", "Add --schema.");
    }
    boolean goingOn = command == Command.RESUME || command == Command.CLEANUP;
    if (goingOn != targets.isEmpty()) {
      throw goingOn
          ? new UsageException(
              "There is no target for " + command.word() + ": it ends where the run stopped.",
              "Leave it out.")
          : new UsageException("Where to is missing.", "Name a target: head, a revision, base.");
    }
    if ((runAgain || skip) && (command != Command.RESUME || runAgain == skip)) {
      throw new UsageException(
          "--run-again and --skip are for resume, one of them at a time.", "Leave one out.");
    }
    if (goingOn && heads != null) {
      throw new UsageException(
          "Where a run stopped is known to the database alone.", "Leave --heads out.");
    }
    if (command == Command.DOWNGRADE && targets.size() > 1) {
      throw new UsageException("A downgrade takes one target.", "Plan one after the other.");
    }
    if (purge && command != Command.STAMP) {
      throw new UsageException("--purge is for stamps.", "Leave it out.");
    }
  }

  private static List<RevisionId> rows(Project project, String heads) {
    Symbols symbols = new Symbols(project.graph());
    List<RevisionId> rows = new ArrayList<>();
    Arrays.stream(heads.split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .forEach(word -> rows.addAll(symbols.resolve(word)));
    return rows;
  }

  private static Command planned(String word) {
    return Arrays.stream(Command.values())
        .filter(command -> command.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'"
                        + word
                        + "' cannot be planned, but upgrade, downgrade, stamp, resume and"
                        + " cleanup can."));
  }
}
