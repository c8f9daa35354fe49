package dev.retort.postgres.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** PostgreSQL's binaries that somebody has installed on this machine. */
final class Installed {
  private Installed() {}

  /**
   * The binaries of a major version: from the folders given, or where packages put them.
   *
   * @param folders each has a {@code bin}
   */
  static Optional<Binaries> find(int major, List<Path> folders) {
    return Stream.concat(folders.stream(), usual(major))
        .flatMap(folder -> binaries(folder).stream())
        .filter(binaries -> binaries.major() == major)
        .findFirst();
  }

  /**
   * Debian's and Ubuntu's packages, Red Hat's, Homebrew's on both kinds of machine, the Mac app.
   */
  private static Stream<Path> usual(int major) {
    return Stream.of(
            "/usr/lib/postgresql/" + major,
            "/usr/pgsql-" + major,
            "/opt/homebrew/opt/postgresql@" + major,
            "/usr/local/opt/postgresql@" + major,
            "/Applications/Postgres.app/Contents/Versions/" + major)
        .map(Path::of);
  }

  private static Optional<Binaries> binaries(Path folder) {
    Path postgres = folder.resolve("bin").resolve("postgres");
    if (!Files.isExecutable(postgres) || !Files.isExecutable(postgres.resolveSibling("initdb"))) {
      return Optional.empty();
    }
    Command.Result result = Command.run(folder, List.of(postgres.toString(), "--version"));
    return result.ok()
        ? Optional.of(new Binaries(folder, result.output().replaceFirst("^\\D*", "")))
        : Optional.empty();
  }
}
