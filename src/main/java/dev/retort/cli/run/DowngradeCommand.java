package dev.retort.cli.run;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.Reading;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.term.Output;
import dev.retort.engine.PlanRequest;
import dev.retort.engine.Project;
import dev.retort.plan.Command;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code retort downgrade}. */
public final class DowngradeCommand extends RetortCommand {
  private String target = "";
  private boolean sql;
  private @Nullable String digest;

  /** The command of a call. */
  public DowngradeCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected void declare(Arguments arguments) {
    arguments.about("Undo revisions, down to a target.");
    arguments.parameter(
        "TARGET",
        Reading.TARGET,
        "base, a revision, -1, branch@base, …; with --sql also FROM:TO.",
        word -> target = word);
    RunArguments.sql(arguments, on -> sql = on);
    RunArguments.digest(arguments, word -> digest = word);
  }

  @Override
  protected int run(Output output) {
    PlanRequest request = PlanRequest.downgrade(target);
    Optional<String> reviewed = Optional.ofNullable(digest);
    if (sql) {
      return new SqlOutput(invocation(), output).print(request, reviewed);
    }
    invocation().lookAhead(Command.DOWNGRADE);
    Project project = invocation().soundProject(output);
    return new RunFlow(invocation(), output, project, invocation().connect(project, output))
        .run(request, reviewed);
  }
}
