package dev.retort.profile.resolve;

import dev.retort.problem.Problem;
import dev.retort.profile.Profile;
import dev.retort.profile.libpq.PasswordFile;
import java.util.List;

/**
 * The connection a command uses.
 *
 * @param source what decided
 * @param reason the same in words, for the output: {@code profile staging (RETORT_PROFILE)}
 * @param passwordFile where a password may be looked up that is not in the profile's settings
 * @param warnings what the user should know about the choice
 */
public record Choice(
    Profile profile,
    Source source,
    String reason,
    PasswordFile passwordFile,
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
