package dev.retort.cli.run;

import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.base.TargetConverter;
import dev.retort.cli.base.UsageException;
import dev.retort.cli.term.Output;
import dev.retort.engine.PlanRequest;
import dev.retort.engine.Project;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code retort stamp}. */
@Command(name = "stamp", description = "Write the version table without running anything.")
public final class StampCommand extends RetortCommand {

  @Parameters(
      paramLabel = "TARGET",
      arity = "1..*",
      converter = TargetConverter.class,
      description = "head, heads, base, a revision, +1, …; with --sql also FROM:TO.")
  private List<String> targets = List.of();

  @Option(names = "--purge", description = "Empty the version table first, whatever is in it.")
  private boolean purge;

  @Option(names = "--sql", description = "Print the script instead of running it.")
  private boolean sql;

  @Option(
      names = "--digest",
      paramLabel = "DIGEST",
      description = "Refuse any plan but the one with this digest.")
  private @Nullable String digest;

  /** The command of a call. */
  public StampCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected int run(Output output) {
    PlanRequest request = new PlanRequest(dev.retort.plan.Command.STAMP, targets, purge);
    Optional<String> reviewed = Optional.ofNullable(digest);
    if (sql) {
      if (purge) {
        throw new UsageException("Can't use --purge with --sql mode.", "Leave one of them out.");
      }
      return new SqlOutput(invocation(), output).print(request, reviewed);
    }
    invocation().lookAhead(dev.retort.plan.Command.STAMP);
    Project project = invocation().soundProject(output);
    return new RunFlow(invocation(), output, project, invocation().connect(project, output))
        .run(request, reviewed);
  }
}
