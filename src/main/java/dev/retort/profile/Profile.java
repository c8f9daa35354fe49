package dev.retort.profile;

import java.util.Objects;

/**
 * A named connection with its rules.
 *
 * @param name as the user says it; {@code sandbox} is always there
 * @param readOnly the session is opened so that the server itself refuses writes
 * @param target where it leads
 * @param limits how long runs on it wait and how often they try again, where it says
 */
public record Profile(
    String name, Environment environment, boolean readOnly, Target target, RunLimits limits) {

  /** A profile that leaves the limits of its runs to the project. */
  public Profile(String name, Environment environment, boolean readOnly, Target target) {
    this(name, environment, readOnly, target, RunLimits.NONE);
  }

  /** Where a profile leads. */
  public sealed interface Target {
    /** The embedded PostgreSQL, started on demand. */
    record Sandbox() implements Target {}

    /** A server of the user's. */
    record Server(ConnectionSettings settings) implements Target {}
  }

  /** Checks that nothing is missing. */
  public Profile {
    Objects.requireNonNull(environment);
    Objects.requireNonNull(target);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a profile needs a name");
    }
  }
}
