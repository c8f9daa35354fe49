package dev.retort.cli.author;

import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.base.TargetConverter;
import dev.retort.cli.term.Output;
import dev.retort.engine.Project;
import dev.retort.engine.author.Authored;
import dev.retort.engine.author.Authoring;
import dev.retort.engine.author.RevisionRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code retort revision}. */
@Command(name = "revision", description = "Write a new revision file, to be filled with SQL.")
public final class RevisionCommand extends RetortCommand {

  @Option(
      names = {"-m", "--message"},
      paramLabel = "MSG",
      description = "What it does, in a few words.")
  private String message = "";

  @Option(
      names = "--head",
      paramLabel = "TARGET",
      converter = TargetConverter.class,
      description = "What it revises: head, base, a revision, branch@head (default: head).")
  private List<String> heads = List.of("head");

  @Option(names = "--splice", description = "Allow it to revise what is not a head.")
  private boolean splice;

  @Option(names = "--branch-label", paramLabel = "LABEL", description = "A label for its branch.")
  private List<String> branchLabels = List.of();

  @Option(
      names = "--depends-on",
      paramLabel = "TARGET",
      description = "A revision or branch that it depends on.")
  private List<String> dependsOn = List.of();

  @Option(names = "--rev-id", paramLabel = "ID", description = "Its id, instead of one made up.")
  private @Nullable String id;

  @Option(
      names = "--version-path",
      paramLabel = "DIR",
      description = "Which of the project's folders its file goes into.")
  private @Nullable Path folder;

  /** The command of a call. */
  public RevisionCommand(Invocation invocation) {
    super(invocation);
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
