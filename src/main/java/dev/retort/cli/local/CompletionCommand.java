package dev.retort.cli.local;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.Reading;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.base.UsageException;
import dev.retort.cli.term.Output;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;

/** {@code retort completion}. */
public final class CompletionCommand extends RetortCommand {
  private String shell = "bash";

  private @Nullable Arguments arguments;

  /** The command of a call. */
  public CompletionCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected void declare(Arguments arguments) {
    this.arguments = arguments;
    arguments.about("Print a script that completes commands and options in bash or zsh.");
    arguments.optionalParameter(
        "SHELL", Reading.TEXT, "bash or zsh; one script serves both.", word -> shell = word);
  }

  @Override
  protected int run(Output output) {
    if (!shell.equals("bash") && !shell.equals("zsh")) {
      throw new UsageException(
          "There is no completion for '" + shell + "'.", "There is one for bash and zsh.");
    }
    if (arguments == null) {
      throw new IllegalStateException("The command was not declared.");
    }
    String script = AutoComplete.bash("retort", arguments.allCommands());
    if (output.wantsJson()) {
      output.json(Map.of("script", script));
    } else {
      output.text(script);
    }
    return ExitCode.DONE;
  }
}
