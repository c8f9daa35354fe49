package dev.retort.cli.run;

import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.base.UsageException;
import dev.retort.cli.term.Output;
import dev.retort.engine.PlanRequest;
import dev.retort.engine.Project;
import dev.retort.plan.resume.Choice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code retort resume}. */
@Command(name = "resume", description = "Finish a step that stopped midway, and nothing else.")
public final class ResumeCommand extends RetortCommand {

  @Option(
      names = "--run-again",
      description =
          "Send the statement that was under way again, where it is not known to be done.")
  private boolean runAgain;

  @Option(
      names = "--skip",
      description = "Go on behind the statement that was under way: it is done.")
  private boolean skip;

  @Option(
      names = "--digest",
      paramLabel = "DIGEST",
      description = "Refuse any plan but the one with this digest.")
  private @Nullable String digest;

  /** The command of a call. */
  public ResumeCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected int run(Output output) {
    if (runAgain && skip) {
      throw new UsageException("--run-again and --skip contradict each other.", "Give one.");
    }
    invocation().lookAhead(dev.retort.plan.Command.RESUME);
    Project project = invocation().soundProject(output);
    return new RunFlow(invocation(), output, project, invocation().connect(project, output))
        .run(PlanRequest.resume(choice()), Optional.ofNullable(digest));
  }

  private Choice choice() {
    return skip ? Choice.SKIP : runAgain ? Choice.RUN_AGAIN : Choice.PROVEN;
  }
}
