package dev.retort.cli.base;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Range;
import picocli.CommandLine.ScopeType;

/**
 * What a command takes, told to picocli call by call. picocli would read it from annotations as
 * well, by reflection, which costs every command a tenth of a second that nothing can save it.
 *
 * <p>Options are named as help lists them: {@code "-m, --message"}. Parameters are declared in the
 * order in which they are given.
 */
public final class Arguments {
  private static final Range ONE = new Range(1, 1, false, false, "1");
  private static final Range AT_MOST_ONE = new Range(0, 1, false, false, "0..1");

  private final CommandSpec spec;
  private final List<Arguments> below = new ArrayList<>();
  private ScopeType scope = ScopeType.LOCAL;
  private int position;

  /**
   * Those of a command.
   *
   * @param work what it does; gives the exit code
   */
  Arguments(String name, Callable<Integer> work) {
    spec = CommandSpec.wrapWithoutInspection(work, new Lists()).name(name);
  }

  /** What the command does, in a sentence or more, one a line. */
  public void about(String... sentences) {
    spec.usageMessage().description(sentences);
  }

  /**
   * Makes this the command that all others are below: they have its version, and take the options
   * that are declared from here on.
   */
  public void aboveAll(IVersionProvider version) {
    scope = ScopeType.INHERIT;
    spec.scopeType(scope).versionProvider(version);
    spec.usageMessage().sortOptions(false).synopsisSubcommandLabel("[COMMAND]");
  }

  /** All commands of this call, once they are put together. */
  public CommandLine allCommands() {
    return spec.root().commandLine();
  }

  /** An option that is there or not. */
  public void flag(String names, String description, Consumer<Boolean> setter) {
    Binding binding = Binding.of(Boolean.class, setter);
    spec.addOption(option(names, description, binding).type(Boolean.class).build());
  }

  /** An option with a word. */
  public void option(String names, String label, String description, Consumer<String> setter) {
    option(names, label, Reading.TEXT, description, setter);
  }

  /** An option with a value. */
  public <T> void option(
      String names, String label, Reading<T> reading, String description, Consumer<T> setter) {
    option(names, label, reading, description, false, setter);
  }

  /** An option with a value that cannot be left out. */
  public <T> void requiredOption(
      String names, String label, Reading<T> reading, String description, Consumer<T> setter) {
    option(names, label, reading, description, true, setter);
  }

  private <T> void option(
      String names,
      String label,
      Reading<T> reading,
      String description,
      boolean required,
      Consumer<T> setter) {
    OptionSpec.Builder option =
        option(names, description, Binding.of(reading.type(), setter))
            .type(reading.type())
            .required(required);
    addOption(option, label, reading);
  }

  /** An option that may be given several times, each time with a value. */
  public <T> void repeatedOption(
      String names,
      String label,
      Reading<T> reading,
      String description,
      Consumer<List<T>> setter) {
    OptionSpec.Builder option =
        option(names, description, Binding.ofList(reading.type(), setter))
            .type(List.class)
            .auxiliaryTypes(reading.type());
    addOption(option, label, reading);
  }

  private OptionSpec.Builder option(String names, String description, Binding binding) {
    return OptionSpec.builder(split(names))
        .description(description)
        .hasInitialValue(false)
        .scopeType(scope)
        .getter(binding)
        .setter(binding);
  }

  private void addOption(OptionSpec.Builder option, String label, Reading<?> reading) {
    option.paramLabel(label).converters(reading.converter());
    if (!reading.choices().isEmpty()) {
      option.completionCandidates(reading.choices());
    }
    spec.addOption(option.build());
  }

  /** A parameter that has to be there. */
  public <T> void parameter(
      String label, Reading<T> reading, String description, Consumer<T> setter) {
    parameter(label, reading, ONE, description, setter);
  }

  /** A parameter that may be left out. */
  public <T> void optionalParameter(
      String label, Reading<T> reading, String description, Consumer<T> setter) {
    parameter(label, reading, AT_MOST_ONE, description, setter);
  }

  private <T> void parameter(
      String label, Reading<T> reading, Range arity, String description, Consumer<T> setter) {
    PositionalParamSpec.Builder parameter =
        PositionalParamSpec.builder()
            .index(new Range(position, position, false, false, String.valueOf(position)))
            .type(reading.type());
    position++;
    addParameter(parameter, label, reading, arity, description, Binding.of(reading.type(), setter));
  }

  /** All parameters that are left. */
  public <T> void parameters(
      String label, int least, Reading<T> reading, String description, Consumer<List<T>> setter) {
    PositionalParamSpec.Builder parameter =
        PositionalParamSpec.builder()
            .index(new Range(position, Integer.MAX_VALUE, true, false, position + "..*"))
            .type(List.class)
            .auxiliaryTypes(reading.type());
    Range arity = new Range(least, Integer.MAX_VALUE, true, false, least + "..*");
    addParameter(
        parameter, label, reading, arity, description, Binding.ofList(reading.type(), setter));
  }

  private void addParameter(
      PositionalParamSpec.Builder parameter,
      String label,
      Reading<?> reading,
      Range arity,
      String description,
      Binding binding) {
    parameter
        .paramLabel(label)
        .description(description)
        .hasInitialValue(false)
        .arity(arity)
        .required(arity.min() > 0)
        .converters(reading.converter())
        .getter(binding)
        .setter(binding);
    if (!reading.choices().isEmpty()) {
      parameter.completionCandidates(reading.choices());
    }
    spec.addPositional(parameter.build());
  }

  /**
   * A command below this one.
   *
   * @param work what it does; gives the exit code
   * @return what it takes
   */
  public Arguments command(String name, String description, Callable<Integer> work) {
    Arguments command = new Arguments(name, work);
    command.about(description);
    below.add(command);
    return command;
  }

  private static String[] split(String names) {
    int comma = names.indexOf(", ");
    return comma < 0
        ? new String[] {names}
        : new String[] {names.substring(0, comma), names.substring(comma + 2)};
  }

  /** The command, as picocli takes it. */
  CommandLine commandLine() {
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .type(Boolean.class)
            .usageHelp(true)
            .description("Show this help message and exit.")
            .build());
    spec.addOption(
        OptionSpec.builder("-V", "--version")
            .type(Boolean.class)
            .versionHelp(true)
            .description("Print version information and exit.")
            .build());
    CommandLine line = new CommandLine(spec, new Lists());
    below.forEach(command -> line.addSubcommand(command.commandLine()));
    return line;
  }

  /**
   * Makes the lists that picocli gathers several values in, the one thing that it asks for. Its own
   * factory would look for Groovy on the whole class path first.
   */
  private static final class Lists implements IFactory {
    @Override
    public <T> T create(Class<T> type) {
      return type.cast(new ArrayList<>());
    }
  }
}
