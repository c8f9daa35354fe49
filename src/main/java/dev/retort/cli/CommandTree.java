package dev.retort.cli;

import dev.retort.cli.author.EditCommand;
import dev.retort.cli.author.InitCommand;
import dev.retort.cli.author.MergeCommand;
import dev.retort.cli.author.RebaseCommand;
import dev.retort.cli.author.RevisionCommand;
import dev.retort.cli.author.SquashCommand;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.local.CompletionCommand;
import dev.retort.cli.local.SandboxCommand;
import dev.retort.cli.look.BranchesCommand;
import dev.retort.cli.look.CurrentCommand;
import dev.retort.cli.look.GraphCommand;
import dev.retort.cli.look.HeadsCommand;
import dev.retort.cli.look.HistoryCommand;
import dev.retort.cli.look.LogCommand;
import dev.retort.cli.look.PlanCommand;
import dev.retort.cli.look.SchemaCommand;
import dev.retort.cli.look.ShowCommand;
import dev.retort.cli.run.CleanupCommand;
import dev.retort.cli.run.DowngradeCommand;
import dev.retort.cli.run.EnsureVersionCommand;
import dev.retort.cli.run.ResumeCommand;
import dev.retort.cli.run.StampCommand;
import dev.retort.cli.run.UpgradeCommand;
import dev.retort.cli.shadow.DiffCommand;
import dev.retort.cli.shadow.DriftCommand;
import dev.retort.cli.shadow.IdentifyCommand;
import dev.retort.cli.shadow.VerifyCommand;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;

/** All commands, as picocli takes them. */
final class CommandTree {
  /** Their targets may look like options: {@code downgrade -1}. */
  private static final Set<String> WITH_TARGETS =
      Set.of("upgrade", "downgrade", "stamp", "plan", "show", "edit", "merge", "rebase");

  private CommandTree() {}

  static CommandLine of(Invocation invocation, Optional<Desktop> desktop) {
    CommandLine root = new CommandLine(new RootCommand(invocation, desktop));
    commands(invocation).forEach(root::addSubcommand);
    root.setCaseInsensitiveEnumValuesAllowed(true);
    root.setAbbreviatedOptionsAllowed(false);
    root.setOut(writer(invocation.streams().out()));
    root.setErr(writer(invocation.streams().err()));
    root.getSubcommands()
        .forEach(
            (name, command) ->
                command.setUnmatchedOptionsArePositionalParams(WITH_TARGETS.contains(name)));
    return root;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  private static List<Object> commands(Invocation invocation) {
    return List.of(
        new UpgradeCommand(invocation),
        new DowngradeCommand(invocation),
        new StampCommand(invocation),
        new ResumeCommand(invocation),
        new CleanupCommand(invocation),
        new PlanCommand(invocation),
        new CurrentCommand(invocation),
        new HeadsCommand(invocation),
        new BranchesCommand(invocation),
        new HistoryCommand(invocation),
        new ShowCommand(invocation),
        new GraphCommand(invocation),
        new SchemaCommand(invocation),
        new DiffCommand(invocation),
        new VerifyCommand(invocation),
        new DriftCommand(invocation),
        new IdentifyCommand(invocation),
        new LogCommand(invocation),
        new RevisionCommand(invocation),
        new MergeCommand(invocation),
        new EditCommand(invocation),
        new RebaseCommand(invocation),
        new SquashCommand(invocation),
        new InitCommand(invocation),
        new EnsureVersionCommand(invocation),
        new SandboxCommand(invocation),
        new CompletionCommand(invocation));
  }
}
