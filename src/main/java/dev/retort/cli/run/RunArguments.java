package dev.retort.cli.run;

import dev.retort.cli.base.Arguments;
import java.util.function.Consumer;

/** What several of the commands that change a database take. */
final class RunArguments {
  private RunArguments() {}

  /** The digest of the plan that was reviewed. */
  static void digest(Arguments arguments, Consumer<String> setter) {
    arguments.option("--digest", "DIGEST", "Refuse any plan but the one with this digest.", setter);
  }

  /** To see the script instead. */
  static void sql(Arguments arguments, Consumer<Boolean> setter) {
    arguments.flag("--sql", "Print the script instead of running it.", setter);
  }
}
