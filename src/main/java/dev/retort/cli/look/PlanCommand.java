package dev.retort.cli.look;

import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.base.TargetConverter;
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
import dev.retort.plan.Plan;
import dev.retort.plan.resume.Choice;
import dev.retort.revision.RevisionId;
import dev.retort.schema.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code retort plan}. */
@Command(name = "plan", description = "Show what a command would do.")
public final class PlanCommand extends RetortCommand {

  @Parameters(
      index = "0",
      paramLabel = "upgrade|downgrade|stamp|resume|cleanup",
      converter = CommandWord.class,
      description = "What is to be planned.")
  private dev.retort.plan.Command command = dev.retort.plan.Command.UPGRADE;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "TARGET",
      converter = TargetConverter.class,
      description = "Where to; several for a stamp, none for resume and cleanup.")
  private List<String> targets = List.of();

  @Option(
      names = "--heads",
      paramLabel = "A,B",
      description = "Plan from these heads (empty for none); no database is touched.")
  private @Nullable String heads;

  @Option(
      names = "--run-again",
      description = "For a resume: send the statement that was under way again.")
  private boolean runAgain;

  @Option(
      names = "--skip",
      description = "For a resume: go on behind the statement that was under way.")
  private boolean skip;

  @Option(names = "--purge", description = "For a stamp: empty the version table first.")
  private boolean purge;

  @Option(
      names = "--schema",
      description =
          "Show what it would do to the schema, run on a shadow with this database's own.")
  private boolean schema;

  @Option(names = "--ddl", description = "With --schema: show the SQL of both sides, whole.")
  private boolean ddl;

  /** The command of a call. */
  public PlanCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected int run(Output output) {
    check();
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
    boolean goingOn =
        command == dev.retort.plan.Command.RESUME || command == dev.retort.plan.Command.CLEANUP;
    if (goingOn != targets.isEmpty()) {
      throw goingOn
          ? new UsageException(
              "There is no target for " + command.word() + ": it ends where the run stopped.",
              "Leave it out.")
          : new UsageException("Where to is missing.", "Name a target: head, a revision, base.");
    }
    if ((runAgain || skip) && (command != dev.retort.plan.Command.RESUME || runAgain == skip)) {
      throw new UsageException(
          "--run-again and --skip are for resume, one of them at a time.", "Leave one out.");
    }
    if (goingOn && heads != null) {
      throw new UsageException(
          "Where a run stopped is known to the database alone.", "Leave --heads out.");
    }
    if (command == dev.retort.plan.Command.DOWNGRADE && targets.size() > 1) {
      throw new UsageException("A downgrade takes one target.", "Plan one after the other.");
    }
    if (purge && command != dev.retort.plan.Command.STAMP) {
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

  /** Reads the command's name. */
  static final class CommandWord implements ITypeConverter<dev.retort.plan.Command> {
    @Override
    public dev.retort.plan.Command convert(String word) {
      return Arrays.stream(dev.retort.plan.Command.values())
          .filter(command -> command.name().toLowerCase(Locale.ROOT).equals(word))
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
}
