package dev.retort.cli.run;

import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.term.Output;
import dev.retort.engine.PlanRequest;
import dev.retort.engine.Project;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code retort cleanup}. */
@Command(
    name = "cleanup",
    description = "Take away what a step that stopped midway left half made.")
public final class CleanupCommand extends RetortCommand {

  @Option(
      names = "--digest",
      paramLabel = "DIGEST",
      description = "Refuse any plan but the one with this digest.")
  private @Nullable String digest;

  /** The command of a call. */
  public CleanupCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected int run(Output output) {
    invocation().lookAhead(dev.retort.plan.Command.CLEANUP);
    Project project = invocation().soundProject(output);
    return new RunFlow(invocation(), output, project, invocation().connect(project, output))
        .run(PlanRequest.cleanup(), Optional.ofNullable(digest));
  }
}
