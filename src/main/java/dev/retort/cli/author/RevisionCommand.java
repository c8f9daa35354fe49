package dev.retort.cli.author;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.Reading;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.term.Output;
import dev.retort.engine.Project;
import dev.retort.engine.author.Authored;
import dev.retort.engine.author.Authoring;
import dev.retort.engine.author.RevisionRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code retort revision}. */
public final class RevisionCommand extends RetortCommand {
  private String message = "";
  private List<String> heads = List.of("head");
  private boolean splice;
  private List<String> branchLabels = List.of();
  private List<String> dependsOn = List.of();
  private @Nullable String id;
  private @Nullable Path folder;

  /** The command of a call. */
  public RevisionCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected void declare(Arguments arguments) {
    arguments.about("Write a new revision file, to be filled with SQL.");
    arguments.option(
        "-m, --message", "MSG", "What it does, in a few words.", word -> message = word);
    arguments.repeatedOption(
        "--head",
        "TARGET",
        Reading.TARGET,
        "What it revises: head, base, a revision, branch@head (default: head).",
        words -> heads = words);
    arguments.flag("--splice", "Allow it to revise what is not a head.", on -> splice = on);
    arguments.repeatedOption(
        "--branch-label",
        "LABEL",
        Reading.TEXT,
        "A label for its branch.",
        words -> branchLabels = words);
    arguments.repeatedOption(
        "--depends-on",
        "TARGET",
        Reading.TEXT,
        "A revision or branch that it depends on.",
        words -> dependsOn = words);
    arguments.option("--rev-id", "ID", "Its id, instead of one made up.", word -> id = word);
    arguments.option(
        "--version-path",
        "DIR",
        Reading.PATH,
        "Which of the project's folders its file goes into.",
        path -> folder = path);
  }

  @Override
  protected int run(Output output) {
    Project project = invocation().soundProject(output);
    RevisionRequest request =
        new RevisionRequest(
            message.isBlank() ? "empty message" : message,
            heads,
            splice,
            branchLabels,
            dependsOn,
            Optional.ofNullable(id),
            Optional.ofNullable(folder).map(invocation()::path));
    Authored authored =
        new Authoring(project, invocation().surroundings().clock()).revision(request);
    AuthoredOutput.print(authored, output);
    return ExitCode.DONE;
  }
}
