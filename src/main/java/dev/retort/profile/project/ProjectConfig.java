package dev.retort.profile.project;

import dev.retort.problem.Problem;
import dev.retort.problem.Problem.Severity;
import dev.retort.profile.ProfileException;
import dev.retort.profile.file.ProfileDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a project's configuration says, defaults filled in.
 *
 * @param root the folder that paths are relative to, absolute: the one the configuration is in
 * @param file the configuration file; absent for a bare folder of SQL files
 * @param profiles the sound profiles, in file order
 * @param problems everything wrong with the configuration, all of it; a setting with a problem has
 *     its default here
 */
public record ProjectConfig(
    Path root,
    Kind kind,
    Optional<Path> file,
    Migrations migrations,
    List<ProfileDefinition> profiles,
    List<Problem> problems) {

  /** What made the folder a project. */
  public enum Kind {
    /** A {@code retort.toml}. */
    RETORT,
    /** An {@code alembic.ini}: a Python project of Alembic's. */
    ALEMBIC,
    /** SQL files and nothing else. */
    FOLDER
  }

  /** Copies the lists. */
  public ProjectConfig {
    profiles = List.copyOf(profiles);
    problems = List.copyOf(problems);
  }

  /**
   * This, if nothing in it is an error.
   *
   * @throws ProfileException with all problems if something is
   */
  public ProjectConfig sound() {
    List<Problem> errors =
        problems.stream().filter(problem -> problem.severity() == Severity.ERROR).toList();
    if (errors.isEmpty()) {
      return this;
    }
    throw new ProfileException(
        "bad-configuration",
        "The configuration of the project in "
            + root
            + " has "
            + (errors.size() == 1 ? "an error." : errors.size() + " errors."),
        "Correct " + (errors.size() == 1 ? "it" : "them") + " and try again.",
        problems);
  }
}
