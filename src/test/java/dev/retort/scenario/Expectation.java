package dev.retort.scenario;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares what was printed with what was expected, line by line.
 *
 * <p>In an expected line {@code {took}} stands for a time, {@code {date}} for a date with time,
 * {@code {digest}} for a digest, {@code {database}} and {@code {sandbox}} for the address of the
 * test's database and of a sandbox, {@code {name}} for the database's name, {@code {hex}} for
 * twelve hexadecimal digits, {@code {uuid}} for a UUID, {@code {number}} for a number, {@code
 * {any}} for anything; {@code {digest:NAME}} remembers what stood there for a later {@code {NAME}}
 * in a command. The line {@code ...} stands for any number of lines.
 */
final class Expectation {
  private static final Pattern HOLE = Pattern.compile("\\{([a-z]+)(?::([a-z0-9]+))?}");
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("took", "\\d+(?:\\.\\d+)? ?(?:ms|s|min|µs)(?: \\d+ s)?"),
          Map.entry(
              "date",
              "\\d{4}-\\d\\d-\\d\\d["
                  + " T]\\d\\d:\\d\\d(?::\\d\\d)?(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)?"),
          Map.entry("digest", "sha256:[0-9a-f]{64}"),
          Map.entry("database", "postgres@localhost:\\d+/test_\\d+"),
          Map.entry("sandbox", "postgres@127.0.0.1:\\d+/[a-z_]+_[0-9a-f]{8}"),
          Map.entry("hex", "[0-9a-f]{12}"),
          Map.entry("uuid", "[0-9a-f-]{36}"),
          Map.entry("number", "\\d+"),
          Map.entry("name", "test_\\d+"),
          Map.entry("any", ".*"));

  private final Map<String, String> remembered;

  Expectation(Map<String, String> remembered) {
    this.remembered = remembered;
  }

  /** Whether the lines are as expected. */
  boolean met(List<String> expected, List<String> actual) {
    if (expected.isEmpty()) {
      return actual.isEmpty();
    }
    List<String> rest = expected.subList(1, expected.size());
    if (expected.getFirst().equals("...")) {
      for (int skip = 0; skip <= actual.size(); skip++) {
        if (met(rest, actual.subList(skip, actual.size()))) {
          return true;
        }
      }
      return false;
    }
    return !actual.isEmpty()
        && lineMet(expected.getFirst(), actual.getFirst())
        && met(rest, actual.subList(1, actual.size()));
  }

  private boolean lineMet(String expected, String actual) {
    Matcher holes = HOLE.matcher(expected);
    StringBuilder pattern = new StringBuilder();
    int at = 0;
    while (holes.find()) {
      String kind = KINDS.get(holes.group(1));
      if (kind != null) {
        pattern.append(Pattern.quote(expected.substring(at, holes.start())));
        String name = holes.group(2);
        pattern.append(name == null ? "(?:" : "(?<" + name + ">").append(kind).append(')');
        at = holes.end();
      }
    }
    pattern.append(Pattern.quote(expected.substring(at)));
    Matcher line = Pattern.compile(pattern.toString()).matcher(actual);
    if (!line.matches()) {
      return false;
    }
    line.namedGroups().keySet().forEach(name -> remembered.put(name, line.group(name)));
    return true;
  }
}
