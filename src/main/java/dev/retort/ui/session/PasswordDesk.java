package dev.retort.ui.session;

import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.Secret;
import dev.retort.profile.secret.Account;
import dev.retort.profile.secret.PasswordPrompt;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The passwords that were typed since the client was started. It never waits for anybody: where it
 * has none, the connection fails, the window asks in its own time, and connects again. Any thread.
 */
public final class PasswordDesk implements PasswordPrompt {
  private final Map<Account, Secret> typed = new ConcurrentHashMap<>();
  private final PasswordPrompt otherwise;

  /**
   * A desk with nothing on it.
   *
   * @param otherwise asked where nothing has been typed
   */
  public PasswordDesk(PasswordPrompt otherwise) {
    this.otherwise = otherwise;
  }

  /** Remembers a password until the client is closed. */
  public void put(ConnectionSettings settings, Secret password) {
    typed.put(Account.of(settings), password);
  }

  /** Forgets what was typed for a connection. */
  public void forget(ConnectionSettings settings) {
    typed.remove(Account.of(settings));
  }

  @Override
  public Optional<Secret> known(ConnectionSettings settings) {
    return Optional.ofNullable(typed.get(Account.of(settings)));
  }

  /** One that was tried already is not tried twice: servers lock roles for that. */
  @Override
  public Optional<Secret> ask(ConnectionSettings settings) {
    Optional<String> tried = settings.password().map(Secret::reveal);
    return known(settings)
        .filter(one -> !tried.equals(Optional.of(one.reveal())))
        .or(() -> otherwise.ask(settings));
  }
}
