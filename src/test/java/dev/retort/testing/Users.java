package dev.retort.testing;

import dev.retort.profile.UserContext;
import dev.retort.profile.UserContext.Os;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Users for tests: an empty environment unless something is said. */
public final class Users {
  private Users() {}

  /** A Linux user called {@code ada}; variables are given as name, value, name, value. */
  public static UserContext ada(Path home, String... variables) {
    return user(Os.LINUX, home, variables);
  }

  /** A user called {@code ada} on a system. */
  public static UserContext user(Os os, Path home, String... variables) {
    Map<String, String> environment = new HashMap<>();
    for (int i = 0; i < variables.length; i += 2) {
      environment.put(variables[i], variables[i + 1]);
    }
    return new UserContext(environment, home, "ada", os);
  }
}
