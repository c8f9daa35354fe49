package dev.retort.cli.look;

import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.base.TargetConverter;
import dev.retort.cli.base.UsageException;
import dev.retort.cli.term.Output;
import dev.retort.engine.PlanRequest;
import dev.retort.engine.Planning;
import dev.retort.engine.Project;
import dev.retort.graph.target.Symbols;
import dev.retort.plan.Plan;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code retort plan}. */
@Command(name = "plan", description = "Show what an upgrade, a downgrade or a stamp would do.")
public final class PlanCommand extends RetortCommand {

  @Parameters(
      index = "0",
      paramLabel = "upgrade|downgrade|stamp",
      converter = CommandWord.class,
      description = "What is to be planned.")
  private dev.retort.plan.Command command = dev.retort.plan.Command.UPGRADE;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "TARGET",
      converter = TargetConverter.class,
      description = "Where to; several for a stamp.")
  private List<String> targets = List.of();

  @Option(
      names = "--heads",
      paramLabel = "A,B",
      description = "Plan from these heads (empty for none); no database is touched.")
  private @Nullable String heads;

  @Option(names = "--purge", description = "For a stamp: empty the version table first.")
  private boolean purge;

  /** The command of a call. */
  public PlanCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected int run(Output output) {
    check();
    Project project = invocation().soundProject(output);
    PlanRequest request = new PlanRequest(command, targets, purge);
    Plan plan = new Planning(project).plan(request, rows(project, output));
    if (output.wantsJson()) {
      output.json(PlanJson.of(plan));
    } else {
      new PlanText(output).print(plan);
    }
    return ExitCode.DONE;
  }

  private void check() {
    if (command == dev.retort.plan.Command.DOWNGRADE && targets.size() > 1) {
      throw new UsageException("A downgrade takes one target.", "Plan one after the other.");
    }
    if (purge && command != dev.retort.plan.Command.STAMP) {
      throw new UsageException("--purge is for stamps.", "Leave it out.");
    }
  }

  private List<RevisionId> rows(Project project, Output output) {
    if (heads == null) {
      return invocation().connect(project, output).state().heads();
    }
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
                      "'" + word + "' cannot be planned, but upgrade, downgrade and stamp can."));
    }
  }
}
