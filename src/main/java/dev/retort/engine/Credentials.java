package dev.retort.engine;

import dev.retort.execute.failure.ConnectionFailedException;
import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.Secret;
import dev.retort.profile.secret.PasswordPrompt;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings of one connection together with whatever password turned out to be needed. The user
 * is asked only after the server has asked, and once.
 */
final class Credentials {
  private static final String NEEDED = "password";

  private final PasswordPrompt prompt;
  private ConnectionSettings settings;

  Credentials(ConnectionSettings settings, PasswordPrompt prompt) {
    this.settings = settings;
    this.prompt = prompt;
  }

  synchronized ConnectionSettings settings() {
    return settings;
  }

  /** Does something with the settings; once more with a password typed, if that was missing. */
  <T> T use(Function<ConnectionSettings, T> work) {
    ConnectionSettings tried = settings();
    try {
      return work.apply(tried);
    } catch (ConnectionFailedException e) {
      if (!e.code().equals(NEEDED)) {
        throw e;
      }
      return work.apply(completed(tried, e));
    }
  }

  private synchronized ConnectionSettings completed(
      ConnectionSettings tried, ConnectionFailedException reason) {
    if (settings.equals(tried)) {
      Optional<Secret> typed = prompt.ask(tried);
      settings = tried.withPassword(typed.orElseThrow(() -> reason));
    }
    return settings;
  }
}
