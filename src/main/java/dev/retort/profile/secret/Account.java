package dev.retort.profile.secret;

import dev.retort.profile.ConnectionSettings;

/**
 * What a password is kept under: the role, the first host and the database, so that it is found
 * again under whatever profile or URL leads there.
 */
public record Account(String name) {

  /** The account of a connection. */
  public static Account of(ConnectionSettings settings) {
    return new Account(
        settings.user() + "@" + settings.hosts().getFirst() + "/" + settings.database());
  }
}
