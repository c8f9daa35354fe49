package dev.retort.profile.libpq;

import dev.retort.profile.ProfileException;
import dev.retort.profile.UserContext;
import dev.retort.profile.url.ConnectionOptions;
import dev.retort.profile.url.Keyword;
import java.util.Optional;

/** What {@code PG*} variables say (manual, chapter 32.15). */
final class EnvironmentOptions {
  private EnvironmentOptions() {}

  /**
   * The variables as options.
   *
   * @param placed whether a host is known already, so that those of the environment do not apply
   */
  static ConnectionOptions of(UserContext user, boolean placed) {
    ConnectionOptions options = ConnectionOptions.NONE;
    for (Keyword keyword : Keyword.values()) {
      Optional<String> value = keyword.variable().flatMap(user::variable);
      if (value.isPresent() && applies(keyword, placed)) {
        options = options.with(keyword, value.get());
      }
    }
    try {
      return options.checked();
    } catch (ProfileException e) {
      throw new ProfileException(
          "bad-environment", e.message() + " It comes from a PG* variable.", e.hint());
    }
  }

  private static boolean applies(Keyword keyword, boolean placed) {
    return switch (keyword) {
      case SERVICE, SERVICEFILE -> false;
      case HOST, HOSTADDR -> !placed;
      default -> true;
    };
  }
}
