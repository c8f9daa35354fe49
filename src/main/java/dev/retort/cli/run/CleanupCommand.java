package dev.retort.cli.run;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.term.Output;
import dev.retort.engine.PlanRequest;
import dev.retort.engine.Project;
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
    arguments.option(
        "--digest",
        "DIGEST",
        "Refuse any plan but the one with this digest.",
        word -> digest = word);
  }

  @Override
  protected int run(Output output) {
    invocation().lookAhead(dev.retort.plan.Command.CLEANUP);
    Project project = invocation().soundProject(output);
    return new RunFlow(invocation(), output, project, invocation().connect(project, output))
        .run(PlanRequest.cleanup(), Optional.ofNullable(digest));
  }
}
