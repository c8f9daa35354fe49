package dev.retort.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * What {@code --help} shows: the commands by what they are for, and of each command the options
 * that are its own; those that every command takes would fill its page.
 */
final class HelpPages {
  private static final String TARGETS_TITLE = "%nTargets:%n";

  /** As Alembic has them. */
  private static final String[] TARGETS = {
    "  head             the head, where there is one; heads: all of them",
    "  base             before the first revision",
    "  ID               a revision, or as much of its id as no other begins with",
    "  +2, -1           so many steps from where the database is",
    "  ID+2, ID-1       so many steps from a revision",
    "  LABEL@head       the head of a branch; LABEL@base, LABEL@+1 likewise",
  };

  private HelpPages() {}

  /**
   * Lays out the pages of all these commands.
   *
   * @param headings the names under each heading
   */
  static void layOut(CommandLine root, Map<String, List<String>> headings) {
    Map<String, CommandLine> commands = root.getSubcommands();
    UsageMessageSpec page = root.getCommandSpec().usageMessage();
    page.commandListHeading("");
    page.footerHeading(TARGETS_TITLE);
    page.footer(TARGETS);
    root.getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> grouped(help, headings));
    commands.values().forEach(HelpPages::layOutCommand);
  }

  private static void layOutCommand(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    command.setHelpFactory(OwnOptions::new);
    command
        .getHelpSectionMap()
        .put(
            UsageMessageSpec.SECTION_KEY_OPTION_LIST,
            help -> help.optionListExcludingGroups(own(help.commandSpec().options())));
    List<String> footer = new ArrayList<>();
    if (CommandTree.takesTargets(spec.name())) {
      spec.usageMessage().footerHeading(TARGETS_TITLE);
      footer.addAll(List.of(TARGETS));
    }
    footer.add("");
    footer.add("Options of every command (-p, --url, --json, time-outs, …): retort --help.");
    spec.usageMessage().footer(footer.toArray(String[]::new));
    command.getSubcommands().values().forEach(HelpPages::layOutCommand);
  }

  private static List<OptionSpec> own(List<OptionSpec> options) {
    return options.stream().filter(option -> !option.inherited()).toList();
  }

  /** Leaves what every command takes out of the line that shows how a command is called. */
  private static final class OwnOptions extends Help {
    OwnOptions(CommandSpec spec, ColorScheme colours) {
      super(spec, colours);
    }

    @Override
    protected Ansi.Text createDetailedSynopsisOptionsText(
        Collection<ArgSpec> done,
        List<OptionSpec> options,
        Comparator<OptionSpec> order,
        boolean cluster) {
      return super.createDetailedSynopsisOptionsText(done, own(options), order, cluster);
    }
  }

  private static String grouped(Help help, Map<String, List<String>> headings) {
    StringBuilder text = new StringBuilder();
    headings.forEach(
        (title, names) -> {
          Map<String, Help> members = new LinkedHashMap<>();
          names.forEach(name -> members.put(name, help.subcommands().get(name)));
          text.append(System.lineSeparator()).append(title).append(':');
          text.append(System.lineSeparator()).append(help.commandList(members));
        });
    return text.toString();
  }
}
