package dev.retort.profile.libpq;

import dev.retort.problem.Problem;
import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.ConnectionSettings.HostPort;
import dev.retort.profile.Secret;
import dev.retort.profile.UserContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ~/.pgpass} (manual, chapter 32.16): lines of {@code host:port:database:user:password}, the
 * first that fits counts, {@code *} fits anything, {@code \:} and {@code \\} are literal.
 */
public final class PasswordFile {
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  private final Path file;

  /** The file at a path. */
  public PasswordFile(Path file) {
    this.file = file;
  }

  /** The user's own, where {@code PGPASSFILE} or libpq's convention has it. */
  public static PasswordFile of(UserContext user) {
    Path conventional =
        user.os() == UserContext.Os.WINDOWS
            ? user.postgresqlFolder().resolve("pgpass.conf")
            : user.home().resolve(".pgpass");
    return new PasswordFile(user.variable("PGPASSFILE").map(Path::of).orElse(conventional));
  }

  /** Where it is, whether it exists or not. */
  public Path file() {
    return file;
  }

  /**
   * What a look-up gave.
   *
   * @param problem why the file was left aside, as libpq would warn
   */
  public record Found(Optional<Secret> password, Optional<Problem> problem) {}

  /** Looks a connection's password up; the first of its hosts that has one counts. */
  public Found find(ConnectionSettings settings) {
    if (!Files.exists(file)) {
      return new Found(Optional.empty(), Optional.empty());
    }
    try {
      Optional<Problem> problem = problem();
      if (problem.isPresent()) {
        return new Found(Optional.empty(), problem);
      }
      List<List<String>> lines =
          Files.readString(file).lines().filter(l -> !l.startsWith("#")).map(this::fields).toList();
      return new Found(
          settings.hosts().stream()
              .flatMap(place -> find(lines, place, settings).stream())
              .findFirst(),
          Optional.empty());
    } catch (IOException e) {
      return new Found(
          Optional.empty(),
          Optional.of(warning("The password file cannot be read.", "Check its permissions.")));
    }
  }

  private Optional<Problem> problem() throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.of(
          warning("The password file is not a plain file, and is left aside.", "Replace it."));
    }
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains)) {
      return Optional.of(
          warning(
              "The password file is readable by others, and is left aside.",
              "Run chmod 600 " + file + "."));
    }
    return Optional.empty();
  }

  private Problem warning(String message, String hint) {
    return Problem.warning("password-file", message, hint, file, 0);
  }

  private static Optional<Secret> find(
      List<List<String>> lines, HostPort place, ConnectionSettings settings) {
    List<String> wanted =
        List.of(
            host(place.host()), String.valueOf(place.port()), settings.database(), settings.user());
    return lines.stream()
        .filter(fields -> fits(fields, wanted))
        .map(fields -> new Secret(fields.getLast()))
        .filter(secret -> !secret.reveal().isEmpty())
        .findFirst();
  }

  /** The default socket folders are looked up as localhost, other ones by their path. */
  private static String host(String host) {
    return host.equals("/tmp") || host.equals("/var/run/postgresql") ? "localhost" : host;
  }

  private static boolean fits(List<String> fields, List<String> wanted) {
    if (fields.size() != wanted.size() + 1) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!fields.get(i).equals(ANY) && !fields.get(i).equals(wanted.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** A bare asterisk, told apart from an escaped one, which stands for itself. */
  private static final String ANY = "\0any";

  /** The five fields; the password is everything after the fourth bare colon, unescaped. */
  private List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean escaped = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        field.append(line.charAt(++i));
        escaped = true;
      } else if (c == ':' && fields.size() < 4) {
        fields.add(finished(field, escaped));
        field.setLength(0);
        escaped = false;
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  private static String finished(StringBuilder field, boolean escaped) {
    return !escaped && field.toString().equals("*") ? ANY : field.toString();
  }
}
