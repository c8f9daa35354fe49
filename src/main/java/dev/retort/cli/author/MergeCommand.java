package dev.retort.cli.author;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.Reading;
import dev.retort.cli.base.RetortCommand;
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

/** {@code retort merge}. */
public final class MergeCommand extends RetortCommand {
  private List<String> revisions = List.of();
  private String message = "";
  private List<String> branchLabels = List.of();
  private @Nullable String id;
  private boolean preview;

  /** The command of a call. */
  public MergeCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected void declare(Arguments arguments) {
    arguments.about("Write a revision that joins several heads.");
    arguments.parameters(
        "REV",
        1,
        Reading.TARGET,
        "What to merge; 'heads' for all heads.",
        words -> revisions = words);
    arguments.option(
        "-m, --message", "MSG", "What it does (default: merge A and B).", word -> message = word);
    arguments.repeatedOption(
        "--branch-label",
        "LABEL",
        Reading.TEXT,
        "A label for its branch.",
        words -> branchLabels = words);
    arguments.option("--rev-id", "ID", "Its id, instead of one made up.", word -> id = word);
    arguments.flag(
        "--preview",
        "Write nothing; apply them on a shadow in each order: do the schemas agree, what do both"
            + " change?",
        on -> preview = on);
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
