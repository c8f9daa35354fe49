package dev.retort.cli.author;

import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.base.TargetConverter;
import dev.retort.cli.term.Output;
import dev.retort.engine.MergePreview;
import dev.retort.engine.Project;
import dev.retort.engine.Shadows;
import dev.retort.engine.author.Authored;
import dev.retort.engine.author.Authoring;
import dev.retort.engine.author.RevisionRequest;
import dev.retort.revision.RevisionId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code retort merge}. */
@Command(name = "merge", description = "Write a revision that joins several heads.")
public final class MergeCommand extends RetortCommand {

  @Parameters(
      paramLabel = "REV",
      arity = "1..*",
      converter = TargetConverter.class,
      description = "What to merge; 'heads' for all heads.")
  private List<String> revisions = List.of();

  @Option(
      names = {"-m", "--message"},
      paramLabel = "MSG",
      description = "What it does (default: merge A and B).")
  private String message = "";

  @Option(names = "--branch-label", paramLabel = "LABEL", description = "A label for its branch.")
  private List<String> branchLabels = List.of();

  @Option(names = "--rev-id", paramLabel = "ID", description = "Its id, instead of one made up.")
  private @Nullable String id;

  @Option(
      names = "--preview",
      description =
          "Write nothing; apply them on a shadow in each order: do the schemas agree, what do both"
              + " change?")
  private boolean preview;

  /** The command of a call. */
  public MergeCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected int run(Output output) {
    Project project = invocation().soundProject(output);
    if (preview) {
      return preview(project, output);
    }
    RevisionRequest request =
        new RevisionRequest(
            message,
            revisions,
            false,
            branchLabels,
            List.of(),
            Optional.ofNullable(id),
            Optional.empty());
    Authored authored = new Authoring(project, invocation().surroundings().clock()).merge(request);
    AuthoredOutput.print(authored, output);
    return ExitCode.DONE;
  }

  private int preview(Project project, Output output) {
    Shadows shadows = invocation().shadows(project, output);
    Set<RevisionId> heads = new LinkedHashSet<>();
    revisions.forEach(target -> heads.addAll(shadows.heads(target)));
    MergePreview found = shadows.mergePreview(List.copyOf(heads), invocation().interruptible());
    MergePreviewText text = new MergePreviewText(found);
    if (output.wantsJson()) {
      output.json(text.map(shadows.majorVersion()));
    } else {
      text.print(output);
    }
    return switch (found.verdict()) {
      case AGREE, COLUMN_ORDER -> ExitCode.DONE;
      case DIFFER, FAILS -> ExitCode.FAILED;
    };
  }
}
