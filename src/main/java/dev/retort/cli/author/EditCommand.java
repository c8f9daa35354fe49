package dev.retort.cli.author;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.Reading;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.base.UsageException;
import dev.retort.cli.term.Output;
import dev.retort.engine.Project;
import dev.retort.graph.listing.History;
import dev.retort.profile.UserContext;
import dev.retort.revision.RevisionId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code retort edit}. */
public final class EditCommand extends RetortCommand {
  private String target = "";

  /** The command of a call. */
  public EditCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected void declare(Arguments arguments) {
    arguments.about("Open a revision's file in $VISUAL or $EDITOR.");
    arguments.parameter(
        "TARGET",
        Reading.TARGET,
        "A revision, head, heads, a branch, or 'current'.",
        word -> target = word);
  }

  /** A project with problems can be edited as well, as long as the target can be found in it. */
  @Override
  protected int run(Output output) {
    Project project = invocation().project();
    List<Path> files = files(project, output);
    UserContext user = invocation().surroundings().user();
    new Editor(user, invocation().surroundings().directory()).open(files);
    project.reload().sound();
    if (output.wantsJson()) {
      output.json(Map.of("files", files.stream().map(output.paths()::of).toList()));
    }
    return ExitCode.DONE;
  }

  private List<Path> files(Project project, Output output) {
    List<RevisionId> named =
        project.graph().find(new RevisionId(target.isBlank() ? "?" : target)).isPresent()
            ? List.of(new RevisionId(target))
            : new History(project.sound().graph()).show(target, rows(project, output));
    if (named.isEmpty()) {
      throw new UsageException("There is no file for '" + target + "'.", "Name a revision.");
    }
    return named.stream().flatMap(id -> project.file(id).stream()).toList();
  }

  private List<RevisionId> rows(Project project, Output output) {
    return target.equals("current")
        ? invocation().connect(project, output).position(project).heads()
        : List.of();
  }
}
