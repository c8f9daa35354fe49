package dev.retort.cli.shadow;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.Reading;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.base.UsageException;
import dev.retort.cli.schema.ChangeText;
import dev.retort.cli.schema.DiffText;
import dev.retort.cli.schema.StatementText;
import dev.retort.cli.term.Output;
import dev.retort.engine.Connection;
import dev.retort.engine.Project;
import dev.retort.engine.Shadows;
import dev.retort.execute.Cancellation;
import dev.retort.revision.RevisionId;
import dev.retort.schema.Snapshot;
import dev.retort.schema.ddl.CanonicalDdl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code retort diff}. */
public final class DiffCommand extends RetortCommand {
  private static final String CURRENT = "current";

  private String range = "";
  private boolean ddl;
  private boolean sql;
  private @Nullable Snapshot database;

  /** The command of a call. */
  public DiffCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected void declare(Arguments arguments) {
    arguments.about("Show how the schema differs between two revisions.");
    arguments.parameter(
        "FROM:TO",
        Reading.TEXT,
        "Two revisions, in any order; or 'current', the database as it is.",
        word -> range = word);
    arguments.flag("--ddl", "Show the SQL of both sides, whole.", on -> ddl = on);
    arguments.flag("--sql", "Show the statements that lead from one to the other.", on -> sql = on);
  }

  @Override
  protected int run(Output output) {
    String[] ends = range.split(":", -1);
    if (ends.length != 2) {
      throw new UsageException(
          "'" + range + "' is not two revisions FROM:TO.", "For example: retort diff 0004:heads.");
    }
    Project project = invocation().soundProject(output);
    Shadows shadows = shadows(project, List.of(ends).contains(CURRENT), output);
    Cancellation cancellation = invocation().interruptible();
    Side from = side(ends[0].isEmpty() ? "base" : ends[0], shadows, cancellation);
    Side to = side(ends[1].isEmpty() ? "heads" : ends[1], shadows, cancellation);
    DiffText text = new DiffText(from.schema(), to.schema());
    if (output.wantsJson()) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("server_version", shadows.majorVersion());
      map.put("from", from.map());
      map.put("to", to.map());
      map.put("changes", text.maps());
      map.put("not_reordered", text.notReorderedNames());
      map.put("statements", StatementText.maps(from.schema(), to.schema()));
      output.json(map);
    } else if (sql) {
      StatementText.print(from.schema(), to.schema(), output);
    } else if (ddl) {
      new ChangeText(output).printDdl(text.changes());
    } else {
      text.print("", DiffText::step, output);
    }
    if (text.changes().isEmpty()) {
      output.remark("The schemas are the same.");
    }
    return ExitCode.DONE;
  }

  /** A database is compared with what a server of its version would make of the revisions. */
  private Shadows shadows(Project project, boolean withDatabase, Output output) {
    if (!withDatabase) {
      return invocation().shadows(project, output);
    }
    Connection connection = invocation().connect(project, output);
    database = connection.schema();
    Shadows shadows = invocation().shadows(project, connection);
    shadows.compareWith(database).ifPresent(output::warning);
    return shadows;
  }

  private record Side(String target, List<RevisionId> heads, Snapshot schema) {
    Map<String, Object> map() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("target", target);
      if (!target.equals(CURRENT)) {
        map.put("heads", heads.stream().map(RevisionId::value).toList());
      }
      map.put("fingerprint", CanonicalDdl.of(schema).fingerprint());
      return map;
    }
  }

  private Side side(String target, Shadows shadows, Cancellation cancellation) {
    if (target.equals(CURRENT) && database != null) {
      return new Side(target, List.of(), database);
    }
    List<RevisionId> heads = shadows.heads(target);
    return new Side(target, heads, shadows.at(heads, cancellation));
  }
}
