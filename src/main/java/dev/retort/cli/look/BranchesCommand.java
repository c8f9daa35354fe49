package dev.retort.cli.look;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.base.RevisionJson;
import dev.retort.cli.term.Output;
import dev.retort.graph.RevisionGraph;
import dev.retort.graph.listing.History;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code retort branches}. */
public final class BranchesCommand extends RetortCommand {

  /** The command of a call. */
  public BranchesCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected void declare(Arguments arguments) {
    arguments.about("Show the revisions that several others revise.");
  }

  @Override
  protected int run(Output output) {
    RevisionGraph graph = invocation().listedProject(output).graph();
    List<RevisionId> points = new History(graph).branchPoints();
    if (output.wantsJson()) {
      output.json(Map.of("branches", maps(points, graph, output)));
      return ExitCode.DONE;
    }
    Listing listing = new Listing(output, graph, Set.of());
    for (RevisionId point : points) {
      if (output.verbose()) {
        listing.paragraph(point);
      }
      List<String> lines = listing.lines().branches(point, output.verbose());
      lines.stream().skip(output.verbose() ? 1 : 0).forEach(listing::line);
      output.line("");
    }
    return ExitCode.DONE;
  }

  private static List<Map<String, Object>> maps(
      List<RevisionId> points, RevisionGraph graph, Output output) {
    RevisionJson json = new RevisionJson(graph, output.paths());
    List<Map<String, Object>> maps = new ArrayList<>();
    for (RevisionId point : points) {
      Map<String, Object> map = json.of(point);
      map.put("children", RevisionJson.ids(graph.children(point)));
      maps.add(map);
    }
    return maps;
  }
}
