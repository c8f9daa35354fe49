package dev.retort.profile.url;

import dev.retort.profile.ProfileException;

/** The one error of this package: a connection string that cannot be used as it stands. */
final class BadUrl {
  private BadUrl() {}

  /**
   * An error whose message is the reason alone; it must not quote what may hold a password.
   *
   * @param reason begins in lower case, without a full stop
   */
  static ProfileException of(String reason, String hint) {
    return new ProfileException(
        "bad-connection", "The connection cannot be used: " + reason + ".", hint);
  }
}
