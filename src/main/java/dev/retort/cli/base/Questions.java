package dev.retort.cli.base;

import dev.retort.cli.term.Streams;
import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.Secret;
import dev.retort.profile.secret.PasswordPrompt;
import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Asks the person at the terminal; where there is none, nobody answers. */
public final class Questions implements PasswordPrompt {
  private final Streams streams;

  Questions(Streams streams) {
    this.streams = streams;
  }

  /** Whether there is anybody to ask. */
  public boolean possible() {
    return streams.interactive();
  }

  /** An answer on one line; empty if there is nobody to ask, or no answer. */
  public Optional<String> ask(String question) {
    if (!possible()) {
      return Optional.empty();
    }
    streams.out().flush();
    streams.err().print(question + " ");
    streams.err().flush();
    try {
      return Optional.ofNullable(streams.in().readLine()).map(String::strip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the answer is yes; no answer is no. */
  public boolean agreed(String question) {
    return ask(question + " [y/N]")
        .filter(answer -> answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes"))
        .isPresent();
  }

  @Override
  public Optional<Secret> ask(ConnectionSettings settings) {
    String question = "Password for " + settings.display() + ":";
    Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (!possible() || console.isEmpty()) {
      return ask(question).map(Secret::new);
    }
    return Optional.ofNullable(console.get().readPassword("%s ", question))
        .map(typed -> new Secret(new String(typed)));
  }
}
