package dev.retort.cli;

import dev.retort.cli.author.EditCommand;
import dev.retort.cli.author.InitCommand;
import dev.retort.cli.author.MergeCommand;
import dev.retort.cli.author.RebaseCommand;
import dev.retort.cli.author.RevisionCommand;
import dev.retort.cli.author.SquashCommand;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.RetortCommand;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** All commands, as picocli takes them. */
final class CommandTree {
  /** Their targets may look like options: {@code downgrade -1}. */
  private static final Set<String> WITH_TARGETS =
      Set.of("upgrade", "downgrade", "stamp", "plan", "show", "edit", "merge", "rebase");

  /** Prints something about all the others. */
  private static final String OF_ALL = "completion";

  /** In the order in which help lists them, and under its headings. */
  private static final List<Group> GROUPS =
      List.of(
          new Group(
              "Run",
              List.of(
                  new Named("upgrade", UpgradeCommand::new),
                  new Named("downgrade", DowngradeCommand::new),
                  new Named("stamp", StampCommand::new),
                  new Named("resume", ResumeCommand::new),
                  new Named("cleanup", CleanupCommand::new))),
          new Group(
              "Look",
              List.of(
                  new Named("plan", PlanCommand::new),
                  new Named("current", CurrentCommand::new),
                  new Named("history", HistoryCommand::new),
                  new Named("heads", HeadsCommand::new),
                  new Named("branches", BranchesCommand::new),
                  new Named("show", ShowCommand::new),
                  new Named("graph", GraphCommand::new),
                  new Named("log", LogCommand::new))),
          new Group(
              "Schemas, found out on a shadow database",
              List.of(
                  new Named("schema", SchemaCommand::new),
                  new Named("diff", DiffCommand::new),
                  new Named("verify", VerifyCommand::new),
                  new Named("drift", DriftCommand::new),
                  new Named("identify", IdentifyCommand::new))),
          new Group(
              "Write revisions",
              List.of(
                  new Named("revision", RevisionCommand::new),
                  new Named("merge", MergeCommand::new),
                  new Named("edit", EditCommand::new),
                  new Named("rebase", RebaseCommand::new),
                  new Named("squash", SquashCommand::new))),
          new Group(
              "Set up",
              List.of(
                  new Named("init", InitCommand::new),
                  new Named("ensure-version", EnsureVersionCommand::new),
                  new Named("sandbox", SandboxCommand::new),
                  new Named("completion", CompletionCommand::new))));

  private CommandTree() {}

  /** A command that has not been made: there is no need to declare what none asks for. */
  private record Named(String name, Function<Invocation, RetortCommand> maker) {}

  /** Commands that are listed under one heading. */
  private record Group(String title, List<Named> commands) {}

  /**
   * The commands that are needed to read some arguments: where they begin with one's name, that
   * one; else all, so that help lists them and a misspelt one is told what it may have been.
   */
  static CommandLine of(Invocation invocation, Optional<Desktop> desktop, List<String> arguments) {
    CommandLine root = new RootCommand(invocation, desktop).named("retort");
    needed(called(root, arguments))
        .forEach(one -> root.addSubcommand(one.maker().apply(invocation).named(one.name())));
    root.setAbbreviatedOptionsAllowed(false);
    root.setOut(writer(invocation.streams().out()));
    root.setErr(writer(invocation.streams().err()));
    root.getSubcommands()
        .forEach(
            (name, command) ->
                command.setUnmatchedOptionsArePositionalParams(WITH_TARGETS.contains(name)));
    if (arguments.contains("--help") || arguments.contains("-h")) {
      HelpPages.layOut(root, headings());
    }
    return root;
  }

  /** The headings of help, and the names under each. */
  private static Map<String, List<String>> headings() {
    Map<String, List<String>> headings = new LinkedHashMap<>();
    GROUPS.forEach(
        group -> headings.put(group.title(), group.commands().stream().map(Named::name).toList()));
    return headings;
  }

  /** Whether a command is given targets. */
  static boolean takesTargets(String name) {
    return WITH_TARGETS.contains(name);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  /** The word that is in the place of a command's name; empty where that cannot be told. */
  private static String called(CommandLine root, List<String> arguments) {
    for (int at = 0; at < arguments.size(); at++) {
      String word = arguments.get(at);
      if (!word.startsWith("-")) {
        return word;
      }
      OptionSpec option = root.getCommandSpec().findOption(word);
      if (option != null && option.arity().max() > 0) {
        at++;
      } else if (option == null && !word.contains("=")) {
        return "";
      }
    }
    return "";
  }

  private static List<Named> needed(String first) {
    List<Named> all = GROUPS.stream().flatMap(group -> group.commands().stream()).toList();
    List<Named> one =
        all.stream().filter(named -> named.name().equals(first) && !first.equals(OF_ALL)).toList();
    return one.isEmpty() ? all : one;
  }
}
