package dev.retort.postgres.server;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How a process outlives the one that starts it, and how another dies with it. */
final class Detached {
  private Detached() {}

  /**
   * What gives a process a session of its own, so that neither Ctrl-C in the terminal nor its
   * closing reaches it. macOS has no setsid, but Perl.
   */
  static List<String> prefix() {
    if (onPath("setsid")) {
      return List.of("setsid");
    }
    if (onPath("perl")) {
      return List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV or die;", "--");
    }
    throw new ServerException(
        "sandbox-unsupported",
        "The embedded PostgreSQL needs setsid or perl, and neither is on the search path.",
        "Install util-linux, or use a server of your own with --url.");
  }

  /**
   * On Linux, a fast shutdown as soon as the parent is gone. Elsewhere a server whose supervisor
   * was killed stays until the next one to come stops it.
   */
  static List<String> dyingWithItsParent(List<String> command) {
    if (!onPath("setpriv")) {
      return command;
    }
    List<String> full = new ArrayList<>(List.of("setpriv", "--pdeathsig", "INT"));
    full.addAll(command);
    return full;
  }

  private static boolean onPath(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
    return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
