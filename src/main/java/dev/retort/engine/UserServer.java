package dev.retort.engine;

import dev.retort.profile.ConnectionSettings;
import java.util.function.Function;

/** A server of the user's. */
final class UserServer implements Server {
  private final Credentials credentials;

  UserServer(Credentials credentials) {
    this.credentials = credentials;
  }

  @Override
  public ConnectionSettings settings() {
    return credentials.settings();
  }

  @Override
  public <T> T use(Function<ConnectionSettings, T> work) {
    return credentials.use(work);
  }

  @Override
  public void close() {
    // Nothing of it is ours.
  }
}
