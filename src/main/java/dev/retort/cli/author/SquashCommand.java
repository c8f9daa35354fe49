package dev.retort.cli.author;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.Reading;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.base.RevisionJson;
import dev.retort.cli.base.UsageException;
import dev.retort.cli.term.Output;
import dev.retort.engine.Connection;
import dev.retort.engine.Project;
import dev.retort.engine.Shadows;
import dev.retort.engine.squash.Squash;
import dev.retort.engine.squash.SquashFiles;
import dev.retort.engine.squash.Squashed;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code retort squash}. */
public final class SquashCommand extends RetortCommand {
  private String range = "";
  private @Nullable String message;
  private boolean schemaOnly;
  private @Nullable String oneWay;
  private @Nullable Path keep;
  private boolean dryRun;

  /** The command of a call. */
  public SquashCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected void declare(Arguments arguments) {
    arguments.about("Make one revision of many, proved on a shadow to lead to the same schema.");
    arguments.parameter(
        "FROM:TO",
        Reading.TEXT,
        "The first and the last of them, both included; either side may be empty.",
        word -> range = word);
    arguments.option(
        "-m, --message",
        "MSG",
        "What it does (default: squash FROM to TO).",
        word -> message = word);
    arguments.flag(
        "--schema-only",
        "Write what leads from the schema before to the one after, not the revisions'"
            + " statements.",
        on -> schemaOnly = on);
    arguments.option(
        "--one-way", "REASON", "Give it no way back, and say why.", word -> oneWay = word);
    arguments.option(
        "--keep",
        "DIR",
        Reading.PATH,
        "Move the old files to this folder instead of deleting them.",
        path -> keep = path);
    arguments.flag("--dry-run", "Prove it and print its file; change nothing.", on -> dryRun = on);
  }

  @Override
  protected int run(Output output) {
    if (!range.contains(":")) {
      throw new UsageException(
          "'" + range + "' is not a range FROM:TO.", "For example: retort squash 0004:0009.");
    }
    Project project = invocation().soundProject(output);
    Connection connection = invocation().connect(project, output);
    Shadows shadows = invocation().shadows(project, connection);
    Squash squash = new Squash(project, shadows, invocation().surroundings().clock());
    Squash.Request request =
        new Squash.Request(
            range, Optional.ofNullable(message), schemaOnly, Optional.ofNullable(oneWay));
    Squashed squashed = squash.prove(request, invocation().interruptible());
    squashed.remarks().forEach(output::warning);
    requireNoDatabaseWithin(project, connection, squashed);
    if (dryRun) {
      print(project, squashed, Optional.empty(), output);
      return ExitCode.DONE;
    }
    SquashFiles files = new SquashFiles(project, invocation().surroundings().clock());
    requireHistory(files, squashed, output);
    SquashFiles.Done done =
        files.replace(squashed, Optional.ofNullable(keep).map(invocation()::path));
    print(done.project(), squashed, Optional.of(done), output);
    return ExitCode.DONE;
  }

  /** The chosen database has the last word; what this machine remembers of others may be old. */
  private void requireNoDatabaseWithin(Project project, Connection connection, Squashed squashed) {
    String upgrade = "Upgrade it to " + squashed.revision().id() + " or beyond first.";
    Squash.requireNotWithin(
        squashed, connection.address(), connection.position(project).applied(), upgrade);
    if (invocation().options().yes()) {
      return;
    }
    invocation()
        .retort()
        .seenApplied(project, new LinkedHashSet<>(squashed.ids()))
        .forEach(
            (database, applied) -> {
              if (!database.equals(connection.address())) {
                Squash.requireNotWithin(
                    squashed,
                    "By the log of this machine, " + database,
                    applied,
                    upgrade + " If it is no more, or has moved on: --yes.");
              }
            });
  }

  /** Nothing is deleted that no history has, unless somebody says so. */
  private void requireHistory(SquashFiles files, Squashed squashed, Output output) {
    if (keep != null || invocation().options().yes()) {
      return;
    }
    List<Path> uncommitted = files.uncommitted(squashed);
    if (uncommitted.isEmpty()) {
      return;
    }
    List<String> names = uncommitted.stream().map(output.paths()::of).toList();
    boolean agreed =
        !output.wantsJson()
            && invocation()
                .questions()
                .agreed("Not committed: " + String.join(", ", names) + ". Delete for good?");
    if (!agreed) {
      throw Squash.uncommitted(names);
    }
  }

  private static void print(
      Project project, Squashed squashed, Optional<SquashFiles.Done> done, Output output) {
    String proof =
        squashed.ids().size()
            + " revisions are one, with the same schema on PostgreSQL "
            + squashed.serverVersion()
            + ".";
    if (output.wantsJson()) {
      output.json(map(project, squashed, done, output));
    } else if (done.isEmpty()) {
      output.text(squashed.text());
      output.remark(proof + " Nothing was written.");
    } else {
      done.get().removed().forEach(file -> output.line("- " + output.paths().of(file)));
      output.line("+ " + output.paths().of(done.get().file()));
      output.remark(proof);
    }
  }

  private static Map<String, Object> map(
      Project project, Squashed squashed, Optional<SquashFiles.Done> done, Output output) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("squashed", RevisionJson.ids(squashed.ids()));
    map.put("server_version", squashed.serverVersion());
    map.put("fingerprint", squashed.fingerprint());
    map.put("written", done.isPresent());
    map.put("text", squashed.text());
    done.ifPresent(
        files -> {
          RevisionJson revisions = new RevisionJson(project.graph(), output.paths());
          map.put("revision", revisions.of(squashed.revision().id()));
          map.put("removed", files.removed().stream().map(output.paths()::of).toList());
          map.put("kept", files.kept().stream().map(output.paths()::of).toList());
        });
    return map;
  }
}
