package dev.retort.profile.resolve;

import dev.retort.problem.Problem;
import dev.retort.profile.Profile;
import dev.retort.profile.libpq.PasswordFile;
import dev.retort.profile.url.ConnectionOptions;
import java.util.List;
import java.util.Optional;

/**
 * The connection a command uses.
 *
 * @param source what decided
 * @param reason the same in words, for the output: {@code profile staging (RETORT_PROFILE)}
 * @param passwordFile where a password may be looked up that is not in the profile's settings
 * @param shadow the server that shadow databases are made on, where the profile names one
 * @param warnings what the user should know about the choice
 */
public record Choice(
    Profile profile,
    Source source,
    String reason,
    PasswordFile passwordFile,
    Optional<ConnectionOptions> shadow,
    List<Problem> warnings) {

  /** What decided, in order of precedence; {@code --url} and {@code --profile} exclude another. */
  public enum Source {
    URL_OPTION,
    PROFILE_OPTION,
    RETORT_PROFILE,
    PG_VARIABLES,
    NOTHING_SAID
  }

  /** Copies the list. */
  public Choice {
    warnings = List.copyOf(warnings);
  }
}
