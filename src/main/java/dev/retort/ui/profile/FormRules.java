package dev.retort.ui.profile;

import dev.retort.problem.RetortException;
import dev.retort.profile.libpq.LibpqDefaults;
import dev.retort.profile.url.ConnectionOptions;
import dev.retort.profile.url.Keyword;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is wrong with a form, field by field. */
final class FormRules {
  private static final String SANDBOX = "sandbox";

  /** The profiles that a new name meets. */
  record Names(Set<String> own, Set<String> project) {
    Names {
      own = Set.copyOf(own);
      project = Set.copyOf(project);
    }
  }

  private FormRules() {}

  /** What can be seen at once. */
  static Map<Field, String> check(
      String name, ConnectionOptions options, String urlProblem, Names others) {
    Map<Field, String> wrong = new EnumMap<>(Field.class);
    name(name.strip(), others, wrong);
    if (!urlProblem.isEmpty()) {
      wrong.put(Field.URL, urlProblem);
    }
    boolean service = options.get(Keyword.SERVICE).isPresent();
    if (options.get(Keyword.DBNAME).isEmpty() && !service) {
      wrong.put(Field.DATABASE, "Name the database.");
    }
    options
        .get(Keyword.PORT)
        .filter(ports -> !portsAreSound(ports))
        .ifPresent(ports -> wrong.put(Field.PORT, "A number from 1 to 65535."));
    options
        .get(Keyword.HOST)
        .filter(host -> host.chars().anyMatch(Character::isWhitespace))
        .ifPresent(host -> wrong.put(Field.HOST, "A host has no blanks in it."));
    if (options.get(Keyword.SSLCERT).isPresent() != options.get(Keyword.SSLKEY).isPresent()) {
      boolean key = options.get(Keyword.SSLKEY).isEmpty();
      wrong.put(
          key ? Field.KEY : Field.CERTIFICATE,
          key ? "The certificate needs its key." : "The key needs its certificate.");
    }
    return wrong;
  }

  private static void name(String name, Names others, Map<Field, String> wrong) {
    if (name.isEmpty()) {
      wrong.put(Field.NAME, "Give it a name.");
    } else if (name.equals(SANDBOX)) {
      wrong.put(Field.NAME, "That is the embedded PostgreSQL; choose another name.");
    } else if (others.own().contains(name)) {
      wrong.put(Field.NAME, "You have a profile of that name.");
    }
  }

  /** What is worth a word, and keeps nobody from saving. */
  static Map<Field, String> advise(String name, ConnectionOptions options, Names others) {
    Map<Field, String> advice = new EnumMap<>(Field.class);
    if (others.project().contains(name.strip())) {
      advice.put(Field.NAME, "It will hide the project's profile of that name.");
    }
    String mode = options.get(Keyword.SSLMODE).orElse("");
    if (mode.equals("disable") && options.get(Keyword.HOST).filter(FormRules::remote).isPresent()) {
      advice.put(Field.SSL_MODE, "Passwords and data travel unencrypted.");
    }
    return advice;
  }

  private static boolean remote(String host) {
    return !host.startsWith("/") && !List.of("localhost", "127.0.0.1", "::1").contains(host);
  }

  private static boolean portsAreSound(String ports) {
    for (String port : ports.split(",", -1)) {
      if (!port.strip().matches("[0-9]{1,5}") || outOfRange(Integer.parseInt(port.strip()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean outOfRange(int port) {
    return port < 1 || port > 65535;
  }

  /** What takes a look at the disk. Blocks. */
  static Map<Field, String> checkFiles(ConnectionOptions options, LibpqDefaults libpq) {
    Map<Field, String> wrong = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      if (field.file()) {
        options
            .get(field.keyword().orElseThrow())
            .filter(file -> !file.equals("system"))
            .filter(file -> !Files.isReadable(Path.of(file)))
            .ifPresent(file -> wrong.put(field, "There is no such file, or it cannot be read."));
      }
    }
    try {
      libpq.settings(options.checked());
    } catch (RetortException e) {
      wrong.put(Field.URL, (e.message() + " " + e.hint()).strip());
    }
    return wrong;
  }
}
