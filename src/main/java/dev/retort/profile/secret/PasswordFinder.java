package dev.retort.profile.secret;

import dev.retort.problem.Problem;
import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.Secret;
import dev.retort.profile.libpq.PasswordFile;
import java.util.List;
import java.util.Optional;

/**
 * Completes a connection's settings with a password that is kept somewhere. Never asks the user:
 * many servers need no password, so that comes after the server has asked ({@link PasswordPrompt}).
 */
public final class PasswordFinder {
  private final SecretStore store;

  /** With the operating system's key ring, or a stand-in. */
  public PasswordFinder(SecretStore store) {
    this.store = store;
  }

  /** Where a password came from. */
  public enum Origin {
    /** The connection string, its service, or {@code PGPASSWORD}. */
    GIVEN,
    KEY_RING,
    PASSWORD_FILE,
    /** Nowhere. */
    NONE
  }

  /**
   * The outcome.
   *
   * @param settings with the password, if one was found
   * @param warnings why the password file was left aside
   */
  public record Found(ConnectionSettings settings, Origin origin, List<Problem> warnings) {}

  /** Looks in the key ring, then in the password file, unless the settings have a password. */
  public Found find(ConnectionSettings settings, PasswordFile file) {
    if (settings.password().isPresent()) {
      return new Found(settings, Origin.GIVEN, List.of());
    }
    Optional<Secret> kept = store.find(Account.of(settings));
    if (kept.isPresent()) {
      return new Found(settings.withPassword(kept.get()), Origin.KEY_RING, List.of());
    }
    PasswordFile.Found found = file.find(settings);
    List<Problem> warnings = found.problem().stream().toList();
    return found
        .password()
        .map(p -> new Found(settings.withPassword(p), Origin.PASSWORD_FILE, warnings))
        .orElse(new Found(settings, Origin.NONE, warnings));
  }
}
