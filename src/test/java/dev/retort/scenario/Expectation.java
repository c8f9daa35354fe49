package dev.retort.scenario;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares what was printed with what was expected, line by line. In an expected line {@code
 * {took}} stands for a time, {@code {date}} for a date with time, {@code {digest}} for a digest,
 * {@code {database}} for the test's database, {@code {hex}} for twelve hexadecimal digits, {@code
 * {any}} for anything; {@code {digest:NAME}} remembers what stood there for a later {@code {NAME}}
 * in a command. The line {@code ...} stands for any number of lines.
 */
final class Expectation {
  private static final Pattern HOLE = Pattern.compile("\\{([a-z]+)(?::([a-z0-9]+))?}");
  private static final Map<String, String> KINDS =
      Map.of(
          "took", "\\d+(?:\\.\\d+)? ?(?:ms|s|min|µs)(?: \\d+ s)?",
          "date",
              "\\d{4}-\\d\\d-\\d\\d["
                  + " T]\\d\\d:\\d\\d(?::\\d\\d)?(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)?",
          "digest", "sha256:[0-9a-f]{64}",
          "database", "postgres@localhost:\\d+/test_\\d+",
          "hex", "[0-9a-f]{12}",
          "number", "\\d+",
          "any", ".*");

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
