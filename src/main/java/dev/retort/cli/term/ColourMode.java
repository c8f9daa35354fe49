package dev.retort.cli.term;

import java.util.Locale;
import java.util.Map;

/** When to colour: {@code --color}. */
public enum ColourMode {
  AUTO,
  ALWAYS,
  NEVER;

  /** The word on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a stream is coloured. In {@link #AUTO} it is where it is a terminal that can, unless
   * {@code NO_COLOR} says no (no-color.org) or {@code CLICOLOR_FORCE} says yes
   * (bixense.com/clicolors).
   */
  public boolean colours(boolean terminal, Map<String, String> environment) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
          yield false;
        }
        if (!environment.getOrDefault("CLICOLOR_FORCE", "0").equals("0")) {
          yield true;
        }
        yield terminal
            && !environment.getOrDefault("CLICOLOR", "1").equals("0")
            && !environment.getOrDefault("TERM", "").equals("dumb");
      }
    };
  }
}
