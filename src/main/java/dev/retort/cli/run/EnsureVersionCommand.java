package dev.retort.cli.run;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.term.Output;
import dev.retort.cli.term.ProgressLine;
import dev.retort.engine.Connection;
import dev.retort.engine.Project;
import dev.retort.engine.Runs;
import dev.retort.profile.Confirmation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code retort ensure-version}. */
public final class EnsureVersionCommand extends RetortCommand {

  /** The command of a call. */
  public EnsureVersionCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected void declare(Arguments arguments) {
    arguments.about("Make the version table if it is missing.");
  }

  @Override
  protected int run(Output output) {
    invocation().lookAhead();
    Project project = invocation().soundProject(output);
    Connection connection = invocation().connect(project, output);
    Runs runs = invocation().retort().runs(project, connection);
    boolean made;
    try (RunPrinter printer =
        new RunPrinter(output, ProgressLine.on(invocation().streams(), output.wantsJson()))) {
      made =
          runs.ensureVersionTable(
              new Confirmation.CommandLine(invocation().options().yes(), Optional.empty()),
              runs.options(invocation().options().limits()),
              printer::show,
              invocation().interruptible());
    }
    String table = connection.state().versions().table();
    if (output.wantsJson()) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("profile", connection.profile().name());
      map.put("database", connection.address());
      map.put("version_table", table);
      map.put("created", made);
      output.json(map);
    } else {
      output.line(table + (made ? " was made." : " is there already."));
    }
    return ExitCode.DONE;
  }
}
