package dev.retort.cli.run;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.term.Output;
import dev.retort.engine.PlanRequest;
import dev.retort.engine.Project;
import dev.retort.plan.Command;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code retort cleanup}. */
public final class CleanupCommand extends RetortCommand {
  private @Nullable String digest;

  /** The command of a call. */
  public CleanupCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected void declare(Arguments arguments) {
    arguments.about("Take away what a step that stopped midway left half made.");
    RunArguments.digest(arguments, word -> digest = word);
  }

  @Override
  protected int run(Output output) {
    invocation().lookAhead(Command.CLEANUP);
    Project project = invocation().soundProject(output);
    return new RunFlow(invocation(), output, project, invocation().connect(project, output))
        .run(PlanRequest.cleanup(), Optional.ofNullable(digest));
  }
}
