package dev.retort.cli.author;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.Reading;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.term.Output;
import dev.retort.engine.author.NewProject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code retort init}. */
public final class InitCommand extends RetortCommand {
  private Path folder = Path.of("");

  /** The command of a call. */
  public InitCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected void declare(Arguments arguments) {
    arguments.about("Make a new project in a folder.");
    arguments.optionalParameter(
        "DIR",
        Reading.PATH,
        "The folder; it is made if it is missing. Without it, the current one.",
        path -> folder = path);
  }

  @Override
  protected int run(Output output) {
    Path place = invocation().path(folder);
    List<Path> written = NewProject.in(place);
    invocation().retort().open(Optional.of(place)).sound();
    List<String> names = written.stream().map(output.paths()::of).toList();
    if (output.wantsJson()) {
      output.json(Map.of("files", names));
    } else {
      names.forEach(name -> output.line("Creating " + name));
      output.line(
          "Add the first revision: retort -C " + output.paths().of(place) + " revision -m …");
    }
    return ExitCode.DONE;
  }
}
