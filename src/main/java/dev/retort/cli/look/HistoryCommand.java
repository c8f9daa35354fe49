package dev.retort.cli.look;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.base.RevisionJson;
import dev.retort.cli.term.Output;
import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.graph.listing.History;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code retort history}. */
public final class HistoryCommand extends RetortCommand {
  private @Nullable String range;
  private boolean indicateCurrent;

  /** The command of a call. */
  public HistoryCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected void declare(Arguments arguments) {
    arguments.about("List the revisions, newest first.");
    arguments.option(
        "-r, --rev-range",
        "FROM:TO",
        "Only this range; either side may be empty, or 'current'.",
        word -> range = word);
    arguments.flag(
        "-i, --indicate-current", "Mark what the database is at.", on -> indicateCurrent = on);
  }

  @Override
  protected int run(Output output) {
    boolean askDatabase = indicateCurrent || (range != null && History.needsRows(range));
    if (askDatabase) {
      invocation().lookAhead();
    }
    Project project = invocation().listedProject(output);
    Optional<Position> position =
        askDatabase
            ? Optional.of(invocation().connect(project, output).position(project))
            : Optional.empty();
    List<RevisionId> rows = position.map(Position::heads).orElse(List.of());
    History history = new History(project.graph());
    List<RevisionId> revisions = range == null ? history.all() : history.range(range, rows);
    if (output.wantsJson()) {
      output.json(Map.of("revisions", maps(revisions, project, position, output)));
    } else {
      Set<RevisionId> marked = indicateCurrent ? Set.copyOf(rows) : Set.of();
      Listing listing = new Listing(output, project.graph(), marked);
      listing.print(revisions, listing.lines()::history);
      if (project.graph().revisions().isEmpty()) {
        output.remark("No revisions yet. The first: retort revision -m \"what it does\".");
      }
    }
    return ExitCode.DONE;
  }

  private static List<Map<String, Object>> maps(
      List<RevisionId> revisions, Project project, Optional<Position> position, Output output) {
    RevisionJson json = new RevisionJson(project.graph(), output.paths());
    List<Map<String, Object>> maps = new ArrayList<>();
    for (RevisionId revision : revisions) {
      Map<String, Object> map = json.of(revision);
      position.ifPresent(known -> map.put("status", known.status(revision).word()));
      maps.add(map);
    }
    return maps;
  }
}
