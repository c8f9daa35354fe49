package dev.retort.profile.file;

import dev.retort.profile.Environment;
import dev.retort.profile.RunLimits;
import dev.retort.profile.url.ConnectionOptions;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A profile as a file has it; the environment's defaults are not in it yet.
 *
 * @param options where it leads; never a password from a file that is checked in
 * @param limits how long runs on it wait and how often they try again, where it says
 * @param shadow the server that shadow databases are made on, where it says; never with a password
 *     from a file that is checked in
 * @param file the file it stands in
 * @param line 1-based line of its table in that file, 0 if it was never in one
 */
public record ProfileDefinition(
    String name,
    Environment environment,
    boolean readOnly,
    ConnectionOptions options,
    RunLimits limits,
    Optional<ConnectionOptions> shadow,
    Path file,
    int line) {

  /** A profile that leaves the limits of its runs to the project. */
  public ProfileDefinition(
      String name,
      Environment environment,
      boolean readOnly,
      ConnectionOptions options,
      Path file,
      int line) {
    this(name, environment, readOnly, options, RunLimits.NONE, Optional.empty(), file, line);
  }
}
