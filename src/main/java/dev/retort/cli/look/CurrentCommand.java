package dev.retort.cli.look;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.base.RevisionJson;
import dev.retort.cli.term.Output;
import dev.retort.engine.Connection;
import dev.retort.engine.NotAtHeadsException;
import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.engine.Seen;
import dev.retort.engine.seen.Sighting;
import dev.retort.execute.state.SessionInfo;
import dev.retort.execute.state.VersionRows;
import dev.retort.graph.listing.History;
import dev.retort.revision.RevisionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code retort current}. */
public final class CurrentCommand extends RetortCommand {
  private boolean checkHeads;

  /** The command of a call. */
  public CurrentCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected void declare(Arguments arguments) {
    arguments.about("Show where the database is.");
    arguments.flag(
        "--check-heads",
        "Fail (exit code 1) unless the database is at every head.",
        on -> checkHeads = on);
  }

  @Override
  protected int run(Output output) {
    invocation().lookAhead();
    // Whether a file was edited is told by its SQL.
    Project project =
        output.verbose() ? invocation().soundProject(output) : invocation().listedProject(output);
    Connection connection = invocation().connect(project, output);
    Position position = connection.position(project);
    History history = new History(project.graph());
    List<RevisionId> current = history.current(position.heads());
    boolean atHeads = history.atHeads(position.heads());
    if (checkHeads && !atHeads) {
      throw new NotAtHeadsException(position.heads(), project.graph().heads());
    }
    Map<RevisionId, Sighting> edited =
        output.verbose() || output.wantsJson()
            ? edited(project, connection, position, output)
            : Map.of();
    if (output.wantsJson()) {
      Map<String, Object> map = map(project, connection, position, current, atHeads, output);
      if (!edited.isEmpty()) {
        map.put("edited", SeenText.json(edited.values()));
      }
      output.json(map);
    } else {
      print(project, connection, position, current, output);
      SeenText.edited(edited, connection, invocation(), output);
    }
    return ExitCode.DONE;
  }

  private Map<RevisionId, Sighting> edited(
      Project project, Connection connection, Position position, Output output) {
    Seen seen = invocation().retort().seen(project, connection);
    return SeenText.known(() -> SeenText.runs(seen.edited(position.applied()::contains)), output);
  }

  private static void print(
      Project project,
      Connection connection,
      Position position,
      List<RevisionId> current,
      Output output) {
    Listing listing = new Listing(output, project.graph(), Set.of());
    if (output.verbose()) {
      output.line("Current revision(s) for " + connection.address() + ":");
    }
    listing.print(current, listing.lines()::current);
    if (current.isEmpty() && position.stopped().isEmpty()) {
      output.remark(atBase(position));
    }
    position
        .overlap()
        .ifPresent(
            rows ->
                output.warning(
                    "The version table has rows of which one includes the other: "
                        + rows.one()
                        + " includes "
                        + PlanText.words(List.copyOf(rows.others()))
                        + ". Stamp it with --purge and what is really applied."));
    position.stopped().ifPresent(situation -> StoppedText.print(situation, output));
    position
        .state()
        .lockHolder()
        .ifPresent(holder -> output.warning("A run is under way: " + holder.display() + "."));
  }

  /** Alembic prints nothing here, nor does standard output; but silence reads like a failure. */
  private static String atBase(Position position) {
    int pending = position.pending().size();
    String words =
        switch (pending) {
          case 0 -> "there are no revisions.";
          case 1 -> "1 revision is pending.";
          default -> pending + " revisions are pending.";
        };
    VersionRows versions = position.state().versions();
    return versions.exists()
        ? "The database is at base: " + words
        : "The database has no version table ("
            + versions.table()
            + ") and counts as being at base: "
            + words
            + " Where it has a schema already, retort identify finds the revision it looks like.";
  }

  private static Map<String, Object> map(
      Project project,
      Connection connection,
      Position position,
      List<RevisionId> current,
      boolean atHeads,
      Output output) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("profile", connection.profile().name());
    map.put("database", connection.address());
    map.put("version_table", position.state().versions().table());
    map.put("version_table_exists", position.state().versions().exists());
    map.put("heads", RevisionJson.ids(position.heads()));
    map.put("current", new RevisionJson(project.graph(), output.paths()).all(current));
    map.put("at_heads", atHeads);
    map.put("pending", RevisionJson.ids(position.pending()));
    position
        .overlap()
        .ifPresent(
            rows -> {
              map.put("overlapping_row", rows.one().value());
              map.put("overlapping_includes", RevisionJson.ids(rows.others()));
            });
    position
        .stopped()
        .map(StoppedJson::situation)
        .or(() -> position.state().interruption().map(StoppedJson::mark))
        .ifPresent(stopped -> map.put("interruption", stopped));
    position
        .state()
        .lockHolder()
        .map(SessionInfo::display)
        .ifPresent(holder -> map.put("lock_holder", holder));
    return map;
  }
}
