package dev.retort.profile.libpq;

import dev.retort.problem.Nearest;
import dev.retort.profile.ProfileException;
import dev.retort.profile.UserContext;
import dev.retort.profile.url.ConnectionOptions;
import dev.retort.profile.url.Keyword;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The connection service files (manual, chapter 32.17): the user's own, which {@code PGSERVICEFILE}
 * moves, then the system's in {@code PGSYSCONFDIR}.
 */
public final class ServiceFiles {
  /** Where distributions have it: Debian's, Red Hat's, and what a build from source has. */
  private static final List<String> SYSTEM_FOLDERS =
      List.of("/etc/postgresql-common", "/etc/sysconfig/pgsql", "/usr/local/pgsql/etc", "/etc");

  private static final String NAME = "pg_service.conf";

  private final List<Path> files;

  private ServiceFiles(List<Path> files) {
    this.files = files;
  }

  /** The files that apply to a connection of a user's. */
  static ServiceFiles of(UserContext user, ConnectionOptions options) {
    List<Path> files = new ArrayList<>();
    files.add(
        options
            .get(Keyword.SERVICEFILE)
            .or(() -> user.variable("PGSERVICEFILE"))
            .map(Path::of)
            .orElse(defaultFile(user)));
    Optional<String> folder = user.variable("PGSYSCONFDIR");
    if (folder.isPresent()) {
      files.add(Path.of(folder.get(), NAME));
    } else if (user.os() != UserContext.Os.WINDOWS) {
      SYSTEM_FOLDERS.forEach(system -> files.add(Path.of(system, NAME)));
    }
    return new ServiceFiles(files);
  }

  /** The names of all services that the user's and the system's files define, in file order. */
  public static List<String> names(UserContext user) {
    ServiceFiles services = of(user, ConnectionOptions.NONE);
    return services.existing().stream()
        .flatMap(file -> services.read(file).names().stream())
        .distinct()
        .toList();
  }

  /**
   * What a service says, as the user's own file, then the system's, has it.
   *
   * @throws ProfileException if it is not defined, or is not in order
   */
  public static ConnectionOptions read(UserContext user, String service) {
    return of(user, ConnectionOptions.NONE).find(service);
  }

  private static Path defaultFile(UserContext user) {
    return user.os() == UserContext.Os.WINDOWS
        ? user.postgresqlFolder().resolve(".pg_service.conf")
        : user.home().resolve(".pg_service.conf");
  }

  ConnectionOptions find(String service) {
    List<String> known = new ArrayList<>();
    for (Path file : existing()) {
      ServiceFile parsed = read(file);
      Optional<ConnectionOptions> found = parsed.find(service);
      if (found.isPresent()) {
        return found.get();
      }
      known.addAll(parsed.names());
    }
    throw new ProfileException(
        "unknown-service",
        "No service “" + service + "” is defined in " + places() + ".",
        Nearest.to(service, known)
            .map(near -> "Did you mean " + near + "?")
            .orElse("Define it there, or name another service."));
  }

  private List<Path> existing() {
    return files.stream().filter(Files::isRegularFile).toList();
  }

  private String places() {
    List<Path> read = existing();
    return (read.isEmpty() ? List.of(files.getFirst()) : read)
        .stream().map(Path::toString).reduce((a, b) -> a + " or " + b).orElse(NAME);
  }

  private ServiceFile read(Path file) {
    try {
      return ServiceFile.parse(file, Files.readString(file));
    } catch (IOException e) {
      throw new ProfileException(
          "unreadable-file", "The service file " + file + " cannot be read.", "Check it.", e);
    }
  }
}
