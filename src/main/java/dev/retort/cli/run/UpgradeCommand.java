package dev.retort.cli.run;

import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.base.TargetConverter;
import dev.retort.cli.term.Output;
import dev.retort.engine.PlanRequest;
import dev.retort.engine.Project;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code retort upgrade}. */
@Command(name = "upgrade", description = "Apply revisions, up to a target.")
public final class UpgradeCommand extends RetortCommand {

  @Parameters(
      paramLabel = "TARGET",
      converter = TargetConverter.class,
      description = "head, heads, a revision, +2, branch@head, …; with --sql also FROM:TO.")
  private String target = "";

  @Option(names = "--sql", description = "Print the script instead of running it.")
  private boolean sql;

  @Option(
      names = "--digest",
      paramLabel = "DIGEST",
      description = "Refuse any plan but the one with this digest.")
  private @Nullable String digest;

  /** The command of a call. */
  public UpgradeCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected int run(Output output) {
    PlanRequest request = PlanRequest.upgrade(target);
    Optional<String> reviewed = Optional.ofNullable(digest);
    if (sql) {
      return new SqlOutput(invocation(), output).print(request, reviewed);
    }
    invocation().lookAhead(dev.retort.plan.Command.UPGRADE);
    Project project = invocation().soundProject(output);
    return new RunFlow(invocation(), output, project, invocation().connect(project, output))
        .run(request, reviewed);
  }
}
