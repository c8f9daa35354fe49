package dev.retort.cli.look;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.base.RevisionJson;
import dev.retort.cli.term.Output;
import dev.retort.graph.RevisionGraph;
import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code retort heads}. */
public final class HeadsCommand extends RetortCommand {
  private boolean resolveDependencies;

  /** The command of a call. */
  public HeadsCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected void declare(Arguments arguments) {
    arguments.about("Show the revisions that nothing revises.");
    arguments.flag(
        "--resolve-dependencies",
        "Leave out heads that another revision depends on.",
        on -> resolveDependencies = on);
  }

  @Override
  protected int run(Output output) {
    RevisionGraph graph = invocation().listedProject(output).graph();
    List<RevisionId> heads = resolveDependencies ? graph.realHeads() : graph.heads();
    if (output.wantsJson()) {
      output.json(Map.of("heads", new RevisionJson(graph, output.paths()).all(heads)));
    } else {
      Listing listing = new Listing(output, graph, Set.of());
      listing.print(heads, listing.lines()::head);
    }
    return ExitCode.DONE;
  }
}
