package dev.retort.cli;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.GlobalOptions;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.term.Output;
import dev.retort.profile.UserContext;
import dev.retort.profile.resolve.Wish;
import java.util.Optional;

/**
 * {@code retort} with no command: the client where there is a display, a tour where there is none.
 */
final class RootCommand extends RetortCommand {
  private final Optional<Desktop> desktop;
  private final GlobalOptions options;

  RootCommand(Invocation invocation, Optional<Desktop> desktop) {
    super(invocation);
    this.options = invocation.options();
    this.desktop = desktop;
  }

  @Override
  protected void declare(Arguments arguments) {
    arguments.about(
        "See, review and run PostgreSQL schema migrations.",
        "Without a command: open the client on the project, or show it here where there is no"
            + " display.");
    arguments.aboveAll(VersionText::lines);
    options.declare(arguments);
  }

  @Override
  protected int run(Output output) {
    if (desktop.isPresent() && !output.wantsJson() && hasDisplay()) {
      desktop
          .get()
          .open(
              invocation().retort(),
              options.directory(),
              new Wish(options.url(), options.profile()));
      return ExitCode.DONE;
    }
    return new Tour(invocation(), output).run();
  }

  /** On Linux a display is what these variables name; elsewhere there always is one. */
  private boolean hasDisplay() {
    UserContext user = invocation().surroundings().user();
    return user.os() != UserContext.Os.LINUX
        || user.variable("DISPLAY").isPresent()
        || user.variable("WAYLAND_DISPLAY").isPresent();
  }
}
