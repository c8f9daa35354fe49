package dev.retort.profile.secret;

import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.Secret;
import java.util.Optional;

/** Asks the user for a password; the command line and the client each have their own way. */
public interface PasswordPrompt {

  /**
   * What the user has typed for this connection already; it goes before whatever is kept anywhere.
   */
  default Optional<Secret> known(ConnectionSettings settings) {
    return Optional.empty();
  }

  /** What the user typed; empty if there is nobody to ask, or the user would rather not say. */
  Optional<Secret> ask(ConnectionSettings settings);
}
