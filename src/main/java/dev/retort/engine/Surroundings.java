package dev.retort.engine;

import dev.retort.profile.UserContext;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What Retort takes from the process it runs in, as a value, so that tests can choose.
 *
 * @param user environment variables, home folder, name, operating system
 * @param directory the current folder, absolute
 * @param clock the time of day
 */
public record Surroundings(UserContext user, Path directory, InstantSource clock) {

  /** Makes the folder absolute and plain. */
  public Surroundings {
    directory = directory.toAbsolutePath().normalize();
  }

  /** Those of this process. */
  public static Surroundings ofProcess() {
    return new Surroundings(UserContext.current(), Path.of(""), InstantSource.system());
  }
}
