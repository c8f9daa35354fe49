package dev.retort.profile.libpq;

import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.UserContext;
import dev.retort.profile.url.ConnectionOptions;
import dev.retort.profile.url.Keyword;
import dev.retort.profile.url.SettingsMaker;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fills in what a connection string leaves open, in libpq's order: the connection string, the
 * service it or {@code PGSERVICE} names, the environment, libpq's own defaults (manual, chapters
 * 32.15 to 32.17).
 */
public final class LibpqDefaults {
  /** The variables that say where to connect; the others only say how. */
  private static final List<Keyword> WHERE =
      List.of(Keyword.HOST, Keyword.HOSTADDR, Keyword.PORT, Keyword.DBNAME, Keyword.SERVICE);

  private final UserContext user;

  /** For a user's environment and home folder. */
  public LibpqDefaults(UserContext user) {
    this.user = user;
  }

  /** The variables that are set and say where to connect, such as {@code PGHOST}. */
  public List<String> variablesThatChoose() {
    return WHERE.stream()
        .flatMap(keyword -> keyword.variable().stream())
        .filter(name -> user.variable(name).isPresent())
        .toList();
  }

  /**
   * Complete settings for what options say. The password is the options', or the service's, or
   * {@code PGPASSWORD}; {@code .pgpass} is not looked at.
   *
   * @throws dev.retort.profile.ProfileException if the service is not defined, or a value is bad
   */
  public ConnectionSettings settings(ConnectionOptions options) {
    return new SettingsMaker(user).make(complete(options));
  }

  /** The options with what the service and the environment add. */
  public ConnectionOptions complete(ConnectionOptions options) {
    ConnectionOptions complete = options;
    Optional<String> service = options.get(Keyword.SERVICE).or(() -> user.variable("PGSERVICE"));
    if (service.isPresent()) {
      complete = merge(complete, ServiceFiles.of(user, options).find(service.get()));
    }
    return merge(complete, EnvironmentOptions.of(user, places(complete)));
  }

  /**
   * Whether a host is said already; then {@code PGHOSTADDR} stays out. libpq would connect to that
   * address under the other host's name.
   */
  private static boolean places(ConnectionOptions options) {
    return options.get(Keyword.HOST).isPresent() || options.get(Keyword.HOSTADDR).isPresent();
  }

  private static ConnectionOptions merge(ConnectionOptions said, ConnectionOptions defaults) {
    ConnectionOptions merged = said;
    for (Map.Entry<Keyword, String> entry : defaults.values().entrySet()) {
      merged = merged.withDefault(entry.getKey(), entry.getValue());
    }
    if (defaults.password().isPresent()) {
      merged = merged.withDefault(Keyword.PASSWORD, defaults.password().get().reveal());
    }
    return merged;
  }
}
