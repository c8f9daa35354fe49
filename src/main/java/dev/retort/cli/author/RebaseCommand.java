package dev.retort.cli.author;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.Reading;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.base.RevisionJson;
import dev.retort.cli.look.PlanText;
import dev.retort.cli.term.Output;
import dev.retort.engine.Connection;
import dev.retort.engine.Project;
import dev.retort.engine.author.Rebase;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code retort rebase}. */
public final class RebaseCommand extends RetortCommand {
  private List<String> revisions = List.of();
  private String target = "";

  /** The command of a call. */
  public RebaseCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected void declare(Arguments arguments) {
    arguments.about("Give revisions that are nowhere applied another parent, instead of merging.");
    arguments.parameters(
        "REV",
        1,
        Reading.TARGET,
        "What to move; what is built on it comes along.",
        words -> revisions = words);
    arguments.requiredOption(
        "--onto",
        "TARGET",
        Reading.TEXT,
        "What they revise from now on: a revision, branch@head, base.",
        word -> target = word);
  }

  @Override
  protected int run(Output output) {
    Project project = invocation().soundProject(output);
    Rebase rebase = new Rebase(project);
    Set<RevisionId> concerned = rebase.concerned(revisions);
    Connection connection = invocation().connect(project, output);
    Set<RevisionId> applied = connection.position(project).applied();
    Rebase.Done done = rebase.onto(revisions, target, applied);
    invocation()
        .retort()
        .seenApplied(project, concerned)
        .forEach((database, ids) -> warn(connection, database, ids, output));
    if (output.wantsJson()) {
      output.json(Map.of("rebased", done.moves().stream().map(m -> map(m, output)).toList()));
    } else if (done.moves().isEmpty()) {
      output.line("Nothing to move: they revise " + target + " already.");
    } else {
      done.moves().forEach(move -> print(move, output));
    }
    return ExitCode.DONE;
  }

  private static void warn(
      Connection connection, String database, Set<RevisionId> ids, Output output) {
    if (database.equals(connection.address())) {
      return;
    }
    output.warning(
        "By the log of this machine, "
            + PlanText.words(new ArrayList<>(ids))
            + " was applied on "
            + database
            + ": if it still is, downgrade it there.");
  }

  private static void print(Rebase.Move move, Output output) {
    output.line(
        move.id()
            + ": "
            + PlanText.words(move.before())
            + " -> "
            + PlanText.words(move.after())
            + "  "
            + output.paths().of(move.file()));
  }

  private static Map<String, Object> map(Rebase.Move move, Output output) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("revision", move.id().value());
    map.put("file", output.paths().of(move.file()));
    map.put("down_revisions_before", RevisionJson.ids(move.before()));
    map.put("down_revisions", RevisionJson.ids(move.after()));
    return map;
  }
}
