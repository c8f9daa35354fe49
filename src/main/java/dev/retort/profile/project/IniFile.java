package dev.retort.profile.project;

import dev.retort.problem.Problem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An INI file as Python's ConfigParser reads it: comments on lines of their own, values continued
 * on indented lines, {@code %(name)s} replaced by another value of the section or of {@code
 * [DEFAULT]}, {@code %%} for a percent sign.
 */
final class IniFile {
  private static final Pattern REFERENCE = Pattern.compile("%(%|\\(([^)]*)\\)s)");
  private static final int DEEPEST = 10;

  /** A value as written. */
  record Value(String text, int line) {}

  private final Path path;
  private final List<Problem> problems;
  private final Map<String, Map<String, Value>> sections = new LinkedHashMap<>();

  IniFile(Path path, String text, Map<String, String> defaults, List<Problem> problems) {
    this.path = path;
    this.problems = problems;
    Map<String, Value> given = new LinkedHashMap<>();
    defaults.forEach((key, value) -> given.put(key, new Value(value.replace("%", "%%"), 0)));
    sections.put("DEFAULT", given);
    parse(text);
  }

  /** The sections in file order. */
  List<String> sections() {
    return sections.keySet().stream().filter(name -> !name.equals("DEFAULT")).toList();
  }

  /** A value with its references replaced; empty where there is none. */
  Optional<Value> get(String section, String key) {
    return written(section, key)
        .map(value -> new Value(interpolate(section, value, value.text(), 0), value.line()));
  }

  private Optional<Value> written(String section, String key) {
    return Optional.ofNullable(sections.getOrDefault(section, Map.of()).get(key))
        .or(() -> Optional.ofNullable(sections.getOrDefault("DEFAULT", Map.of()).get(key)));
  }

  private String interpolate(String section, Value origin, String text, int depth) {
    Matcher matcher = REFERENCE.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(2);
      String replacement = "%";
      if (name != null) {
        Optional<Value> other = written(section, name.toLowerCase(Locale.ROOT));
        if (other.isEmpty() || depth >= DEEPEST) {
          problems.add(
              Problem.error(
                  "bad-value",
                  "%(" + name + ")s refers to nothing.",
                  "Define it in the same section, or write %% for a percent sign.",
                  path,
                  origin.line()));
        }
        replacement =
            other
                .filter(v -> depth < DEEPEST)
                .map(v -> interpolate(section, origin, v.text(), depth + 1))
                .orElse("");
      }
      matcher.appendReplacement(out, Matcher.quoteReplacement(replacement));
    }
    return matcher.appendTail(out).toString();
  }

  private void parse(String text) {
    String section = "";
    String key = "";
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String stripped = line.strip();
      if (stripped.startsWith("#") || stripped.startsWith(";")) {
        continue;
      }
      if (stripped.isEmpty()) {
        continue;
      }
      boolean indented = Character.isWhitespace(line.charAt(0));
      if (indented && !key.isEmpty()) {
        append(section, key, stripped);
      } else if (stripped.startsWith("[") && stripped.contains("]")) {
        section = stripped.substring(1, stripped.indexOf(']'));
        sections.putIfAbsent(section, new LinkedHashMap<>());
        key = "";
      } else {
        key = setting(section, stripped, number);
      }
    }
  }

  private void append(String section, String key, String more) {
    sections
        .getOrDefault(section, Map.of())
        .computeIfPresent(key, (k, value) -> new Value(value.text() + "\n" + more, value.line()));
  }

  private String setting(String section, String line, int number) {
    int equals = line.indexOf('=');
    int colon = line.indexOf(':');
    int separator = equals < 0 ? colon : colon < 0 ? equals : Math.min(equals, colon);
    Map<String, Value> values = sections.get(section);
    if (separator <= 0 || values == null) {
      problems.add(
          Problem.error(
              "bad-ini",
              values == null ? "A setting stands before any section." : "This is no setting.",
              "Write key = value, in a [section].",
              path,
              number));
      return "";
    }
    String key = line.substring(0, separator).strip().toLowerCase(Locale.ROOT);
    values.put(key, new Value(line.substring(separator + 1).strip(), number));
    return key;
  }
}
