package dev.retort.profile;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where Retort keeps what is the user's own. {@code RETORT_HOME} moves all three together.
 *
 * @param config profiles and preferences
 * @param data what must not be lost: the record of runs, the sandbox's databases
 * @param cache what can be made again: PostgreSQL's binaries, shadow databases
 */
public record Folders(Path config, Path data, Path cache) {

  /** The platform's folders, or those under {@code RETORT_HOME}. Nothing is created. */
  public static Folders of(UserContext user) {
    Optional<Path> home = user.variable("RETORT_HOME").map(Path::of).map(Path::toAbsolutePath);
    return home.map(Folders::under)
        .orElseGet(
            () ->
                switch (user.os()) {
                  case LINUX -> linux(user);
                  case MACOS -> macos(user);
                  case WINDOWS -> windows(user);
                });
  }

  /** The folders under one of Retort's own, as {@code RETORT_HOME} names it. */
  public static Folders under(Path home) {
    return new Folders(home.resolve("config"), home.resolve("data"), home.resolve("cache"));
  }

  /** The XDG base directory specification; it says to ignore relative values. */
  private static Folders linux(UserContext user) {
    return new Folders(
        xdg(user, "XDG_CONFIG_HOME", ".config"),
        xdg(user, "XDG_DATA_HOME", ".local/share"),
        xdg(user, "XDG_CACHE_HOME", ".cache"));
  }

  private static Path xdg(UserContext user, String variable, String otherwise) {
    return user.variable(variable)
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElse(user.home().resolve(otherwise))
        .resolve("retort");
  }

  private static Folders macos(UserContext user) {
    Path library = user.home().resolve("Library");
    Path support = library.resolve("Application Support").resolve("Retort");
    return new Folders(
        support, support.resolve("data"), library.resolve("Caches").resolve("Retort"));
  }

  private static Folders windows(UserContext user) {
    Path local = user.local().resolve("Retort");
    return new Folders(
        user.roaming().resolve("Retort"), local.resolve("data"), local.resolve("cache"));
  }
}
