package dev.retort.ui.profile;

import dev.retort.profile.Environment;
import dev.retort.profile.file.ProfileDefinition;
import java.util.Optional;

/**
 * A row of the list of profiles.
 *
 * @param address where it leads, without any secret; empty where that cannot be told
 * @param origin who keeps it
 * @param definition what its file says, if it is in one
 * @param flaw why it cannot be used; empty if it can
 */
public record ProfileEntry(
    String name,
    Environment environment,
    boolean readOnly,
    String address,
    Origin origin,
    Optional<ProfileDefinition> definition,
    String flaw) {

  /** Who keeps a profile. */
  public enum Origin {
    /** Nobody: it is always there. */
    SANDBOX,
    /** The user, in {@code profiles.toml}: it can be edited here. */
    OWN,
    /** The project, in {@code retort.toml}: it is edited there. */
    PROJECT,
    /** It was named on the command line, and is gone with this window. */
    SESSION
  }

  /** What there is to say of it besides its name. */
  public String words() {
    if (!flaw.isEmpty()) {
      return flaw;
    }
    String environmentWord =
        switch (environment) {
          case DEVELOPMENT -> "development";
          case STAGING -> "staging";
          case PRODUCTION -> "production";
        };
    String said = environmentWord + (readOnly ? ", read-only" : "");
    return switch (origin) {
      case SANDBOX -> "embedded PostgreSQL";
      case OWN -> said;
      case PROJECT -> said + " (project)";
      case SESSION -> said + ", for now";
    };
  }
}
