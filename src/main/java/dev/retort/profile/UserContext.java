package dev.retort.profile;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who runs Retort and where: everything taken from the process's surroundings, as a value, so that
 * nothing below asks the system itself and tests can choose.
 *
 * @param environment the environment variables; a variable set to nothing counts as not set, as it
 *     does for libpq
 * @param home the user's home folder
 * @param osUser the user's name in the operating system
 */
public record UserContext(Map<String, String> environment, Path home, String osUser, Os os) {

  /** The families of operating systems that keep their files in different places. */
  public enum Os {
    LINUX,
    MACOS,
    WINDOWS;

    static Os named(String osName) {
      String name = osName.toLowerCase(Locale.ROOT);
      if (name.startsWith("windows")) {
        return WINDOWS;
      }
      return name.startsWith("mac") ? MACOS : LINUX;
    }
  }

  /** Copies the environment. */
  public UserContext {
    environment = Map.copyOf(environment);
  }

  /** The surroundings of this process. */
  public static UserContext current() {
    Map<String, String> environment = System.getenv();
    Os os = Os.named(System.getProperty("os.name", ""));
    // libpq and the shell believe HOME before the user database.
    String home =
        Optional.ofNullable(os == Os.WINDOWS ? null : environment.get("HOME"))
            .filter(value -> !value.isEmpty())
            .orElseGet(() -> System.getProperty("user.home", "."));
    return new UserContext(environment, Path.of(home), System.getProperty("user.name", ""), os);
  }

  /** An environment variable's value, if it is set to something. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /**
   * The folder libpq keeps certificates and keys in: {@code ~/.postgresql}, on Windows {@code
   * %APPDATA%\postgresql} (manual, chapter 32.19).
   */
  public Path postgresqlFolder() {
    return os == Os.WINDOWS ? roaming().resolve("postgresql") : home.resolve(".postgresql");
  }

  /** Windows' {@code %APPDATA%}. */
  Path roaming() {
    return variable("APPDATA").map(Path::of).orElse(home.resolve("AppData").resolve("Roaming"));
  }

  /** Windows' {@code %LOCALAPPDATA%}. */
  Path local() {
    return variable("LOCALAPPDATA").map(Path::of).orElse(home.resolve("AppData").resolve("Local"));
  }
}
