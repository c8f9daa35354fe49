package dev.retort.cli.run;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.base.UsageException;
import dev.retort.cli.term.Output;
import dev.retort.engine.PlanRequest;
import dev.retort.engine.Project;
import dev.retort.plan.Command;
import dev.retort.plan.resume.Choice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code retort resume}. */
public final class ResumeCommand extends RetortCommand {
  private boolean runAgain;
  private boolean skip;
  private @Nullable String digest;

  /** The command of a call. */
  public ResumeCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected void declare(Arguments arguments) {
    arguments.about("Finish a step that stopped midway, and nothing else.");
    arguments.flag(
        "--run-again",
        "Send the statement that was under way again, where it is not known to be done.",
        on -> runAgain = on);
    arguments.flag(
        "--skip", "Go on behind the statement that was under way: it is done.", on -> skip = on);
    RunArguments.digest(arguments, word -> digest = word);
  }

  @Override
  protected int run(Output output) {
    if (runAgain && skip) {
      throw new UsageException("--run-again and --skip contradict each other.", "Give one.");
    }
    invocation().lookAhead(Command.RESUME);
    Project project = invocation().soundProject(output);
    return new RunFlow(invocation(), output, project, invocation().connect(project, output))
        .run(PlanRequest.resume(choice()), Optional.ofNullable(digest));
  }

  private Choice choice() {
    return skip ? Choice.SKIP : runAgain ? Choice.RUN_AGAIN : Choice.PROVEN;
  }
}
