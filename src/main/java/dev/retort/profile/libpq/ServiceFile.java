package dev.retort.profile.libpq;

import dev.retort.problem.Problem;
import dev.retort.profile.ProfileException;
import dev.retort.profile.url.ConnectionOptions;
import dev.retort.profile.url.Keyword;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One {@code pg_service.conf}: {@code [name]} sections of {@code keyword=value} lines. A section's
 * faults matter only to who asks for that section.
 */
final class ServiceFile {
  private final Path file;
  private final Map<String, List<Line>> sections = new LinkedHashMap<>();

  private record Line(int number, String text) {}

  private ServiceFile(Path file) {
    this.file = file;
  }

  static ServiceFile parse(Path file, String text) {
    ServiceFile parsed = new ServiceFile(file);
    List<Line> current = new ArrayList<>();
    int number = 0;
    for (String raw : text.lines().toList()) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("[") && line.endsWith("]")) {
        current = new ArrayList<>();
        // libpq takes the first of two sections of one name.
        parsed.sections.putIfAbsent(line.substring(1, line.length() - 1), current);
      } else {
        current.add(new Line(number, line));
      }
    }
    return parsed;
  }

  List<String> names() {
    return List.copyOf(sections.keySet());
  }

  Optional<ConnectionOptions> find(String service) {
    return Optional.ofNullable(sections.get(service)).map(this::options);
  }

  private ConnectionOptions options(List<Line> lines) {
    ConnectionOptions options = ConnectionOptions.NONE;
    for (Line line : lines) {
      int equals = line.text().indexOf('=');
      String word = equals < 0 ? "" : line.text().substring(0, equals);
      Keyword keyword = Keyword.of(word).orElseThrow(() -> bad(line, reason(line, word)));
      if (keyword == Keyword.SERVICE || keyword == Keyword.SERVICEFILE) {
        throw bad(line, "a service cannot refer to another service");
      }
      // The first of two lines counts, as in libpq.
      options = options.withDefault(keyword, line.text().substring(equals + 1));
      try {
        options = options.checked();
      } catch (ProfileException e) {
        throw bad(line, e.message());
      }
    }
    return options;
  }

  private static String reason(Line line, String word) {
    if (line.text().startsWith("ldap")) {
      return "connection parameters from LDAP are not supported";
    }
    return word.isEmpty()
        ? "the line is no keyword=value"
        : "there is no connection parameter “" + word + "”";
  }

  private ProfileException bad(Line line, String reason) {
    Problem problem =
        Problem.error(
            "bad-service-file", reason, "Write keyword=value, no spaces.", file, line.number());
    return new ProfileException(
        "bad-service-file",
        file + ":" + line.number() + ": " + reason + ".",
        "Write keyword=value, without spaces around the equals sign.",
        List.of(problem));
  }
}
