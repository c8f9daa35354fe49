package dev.retort.cli.shadow;

import dev.retort.cli.author.AuthoredOutput;
import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.base.RevisionJson;
import dev.retort.cli.schema.ChangeText;
import dev.retort.cli.schema.DiffText;
import dev.retort.cli.schema.StatementText;
import dev.retort.cli.term.Output;
import dev.retort.engine.Connection;
import dev.retort.engine.Drift;
import dev.retort.engine.Project;
import dev.retort.engine.Shadows;
import dev.retort.engine.author.Authored;
import dev.retort.engine.author.DriftRevision;
import dev.retort.engine.author.Takeover;
import dev.retort.execute.Cancellation;
import dev.retort.revision.RevisionId;
import dev.retort.schema.ddl.CanonicalDdl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code retort drift}. */
public final class DriftCommand extends RetortCommand {
  private boolean ddl;
  private boolean sql;
  private boolean writeRevision;
  private String message = DriftRevision.MESSAGE;

  /** The command of a call. */
  public DriftCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected void declare(Arguments arguments) {
    arguments.about(
        "Compare the database with what its own revisions make; the database is only read.");
    arguments.flag("--ddl", "Show the SQL of both sides, whole.", on -> ddl = on);
    arguments.flag(
        "--sql", "Show the statements that would bring the database back.", on -> sql = on);
    arguments.flag(
        "--write-revision",
        "Write a revision that makes of other databases what this one is already.",
        on -> writeRevision = on);
    arguments.option(
        "-m, --message", "MSG", "What that revision does, in a few words.", word -> message = word);
  }

  @Override
  protected int run(Output output) {
    Project project = invocation().soundProject(output);
    Connection connection = invocation().connect(project, output);
    Shadows shadows = invocation().shadows(project, connection);
    Cancellation cancellation = invocation().interruptible();
    Drift drift = shadows.drift(connection.schema(), connection.state().heads(), cancellation);
    drift.remark().ifPresent(output::warning);
    boolean drifted = !drift.changes().isEmpty() && !drift.onlyColumnOrder();
    if (writeRevision && drifted) {
      write(project, connection, shadows, drift, cancellation, output);
      return ExitCode.DONE;
    }
    if (output.wantsJson()) {
      output.json(map(connection, shadows, drift));
    } else {
      print(drift, output);
    }
    return drifted ? ExitCode.FAILED : ExitCode.DONE;
  }

  private void write(
      Project project,
      Connection connection,
      Shadows shadows,
      Drift drift,
      Cancellation cancellation,
      Output output) {
    Takeover takeover = new Takeover(project, shadows, invocation().surroundings().clock());
    takeover.requireNothingPending(
        drift,
        "Upgrade it first: "
            + invocation()
                .next("upgrade " + (project.graph().heads().size() == 1 ? "head" : "heads"))
            + ". Then see what still differs: "
            + invocation().next("drift")
            + ".");
    DriftRevision proposed = takeover.propose(drift, message, cancellation);
    List<Authored> written = takeover.write(proposed);
    proposed.remarks().forEach(output::warning);
    if (output.wantsJson()) {
      Map<String, Object> map = map(connection, shadows, drift);
      RevisionJson revisions =
          new RevisionJson(written.getLast().project().graph(), output.paths());
      map.put("revision", revisions.of(proposed.last()));
      map.put("revisions", written.stream().map(one -> revisions.of(one.id())).toList());
      output.json(map);
      return;
    }
    written.forEach(authored -> AuthoredOutput.print(authored, output));
    output.remark(
        "Proved on PostgreSQL "
            + shadows.majorVersion()
            + ": it makes the schema that this database has, and leads back. Read it. This database"
            + " has what it makes already: "
            + invocation().next("stamp " + proposed.last())
            + ".");
  }

  private void print(Drift drift, Output output) {
    if (sql) {
      StatementText.print(drift.found(), drift.expected(), output);
    } else if (ddl) {
      new ChangeText(output).printDdl(drift.changes());
    } else {
      DiffText.ofDrift(drift.expected(), drift.found()).print("", DiffText::drift, output);
    }
    String heads =
        drift.heads().isEmpty()
            ? "the baseline alone (its version table has no rows)"
            : drift.heads().stream().map(RevisionId::value).collect(Collectors.joining(", "));
    int count = drift.changes().size();
    if (count == 0) {
      output.remark("No drift: the database is as " + heads + " makes it.");
    } else if (drift.onlyColumnOrder()) {
      output.remark(
          "No drift but the order of columns: the database is otherwise as "
              + heads
              + " makes it. No statement can change that: columns stay in the order in which they"
              + " were added.");
    } else {
      output.remark(
          count
              + (count == 1 ? " object differs" : " objects differ")
              + " from "
              + heads
              + ". Statements that would bring the database back: "
              + invocation().next("drift --sql")
              + ". A revision that makes other databases like it: "
              + invocation().next("drift --write-revision")
              + ".");
    }
  }

  private static Map<String, Object> map(Connection connection, Shadows shadows, Drift drift) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("profile", connection.profile().name());
    map.put("database", connection.address());
    map.put("heads", drift.heads().stream().map(RevisionId::value).toList());
    map.put("server_version", drift.found().majorVersion());
    map.put("compared_on", shadows.majorVersion());
    map.put("drift", !drift.changes().isEmpty());
    map.put("only_column_order", drift.onlyColumnOrder());
    map.put("fingerprint", CanonicalDdl.of(drift.found()).fingerprint());
    map.put("expected_fingerprint", CanonicalDdl.of(drift.expected()).fingerprint());
    DiffText text = DiffText.ofDrift(drift.expected(), drift.found());
    map.put("changes", text.maps());
    map.put("not_reordered", text.notReorderedNames());
    map.put("statements", StatementText.maps(drift.found(), drift.expected()));
    return map;
  }
}
