package dev.retort.cli.local;

import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.base.UsageException;
import dev.retort.cli.term.Output;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code retort completion}. */
@Command(
    name = "completion",
    description = "Print a script that completes commands and options in bash or zsh.",
    footer = {
      "",
      "For bash:  source <(retort completion)",
      "For zsh:   the same, after: autoload -U +X bashcompinit && bashcompinit"
    })
public final class CompletionCommand extends RetortCommand {

  @Parameters(
      paramLabel = "SHELL",
      arity = "0..1",
      description = "bash or zsh; one script serves both.")
  private String shell = "bash";

  @Spec private @Nullable CommandSpec spec;

  /** The command of a call. */
  public CompletionCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected int run(Output output) {
    if (!shell.equals("bash") && !shell.equals("zsh")) {
      throw new UsageException(
          "There is no completion for '" + shell + "'.", "There is one for bash and zsh.");
    }
    if (spec == null) {
      throw new IllegalStateException("picocli has not filled in the command");
    }
    String script = AutoComplete.bash("retort", spec.root().commandLine());
    if (output.wantsJson()) {
      output.json(Map.of("script", script));
    } else {
      output.text(script);
    }
    return ExitCode.DONE;
  }
}
