package dev.retort.cli.run;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.Reading;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.base.UsageException;
import dev.retort.cli.term.Output;
import dev.retort.engine.PlanRequest;
import dev.retort.engine.Project;
import dev.retort.plan.Command;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code retort stamp}. */
public final class StampCommand extends RetortCommand {
  private List<String> targets = List.of();
  private boolean purge;
  private boolean sql;
  private @Nullable String digest;

  /** The command of a call. */
  public StampCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected void declare(Arguments arguments) {
    arguments.about("Write the version table without running anything.");
    arguments.parameters(
        "TARGET",
        1,
        Reading.TARGET,
        "head, heads, base, a revision, +1, …; with --sql also FROM:TO.",
        words -> targets = words);
    arguments.flag(
        "--purge", "Empty the version table first, whatever is in it.", on -> purge = on);
    RunArguments.sql(arguments, on -> sql = on);
    RunArguments.digest(arguments, word -> digest = word);
  }

  @Override
  protected int run(Output output) {
    PlanRequest request = new PlanRequest(Command.STAMP, targets, purge);
    Optional<String> reviewed = Optional.ofNullable(digest);
    if (sql) {
      if (purge) {
        throw new UsageException("Can't use --purge with --sql mode.", "Leave one of them out.");
      }
      return new SqlOutput(invocation(), output).print(request, reviewed);
    }
    invocation().lookAhead(Command.STAMP);
    Project project = invocation().soundProject(output);
    return new RunFlow(invocation(), output, project, invocation().connect(project, output))
        .run(request, reviewed);
  }
}
