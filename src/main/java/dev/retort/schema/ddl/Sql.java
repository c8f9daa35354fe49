package dev.retort.schema.ddl;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Small pieces of SQL. */
final class Sql {
  private Sql() {}

  /** A text as a string literal, right whatever standard_conforming_strings is. */
  static String literal(String text) {
    String quoted = "'" + text.replace("'", "''") + "'";
    return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
  }

  /** Storage parameters in parentheses. */
  static String parameters(SortedMap<String, String> options) {
    return options.entrySet().stream()
        .map(option -> option.getKey() + "=" + literal(option.getValue()))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Options of something foreign, in parentheses; their names are simple by nature. */
  static String foreignOptions(SortedMap<String, String> options) {
    return options.entrySet().stream()
        .map(Sql::foreignOption)
        .collect(Collectors.joining(", ", "OPTIONS (", ")"));
  }

  private static String foreignOption(Map.Entry<String, String> option) {
    return foreignName(option.getKey()) + " " + literal(option.getValue());
  }

  /** The name of such an option. */
  static String foreignName(String name) {
    return name.matches("[a-z_][a-z0-9_]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A list in the form of a CREATE statement: one a line, in parentheses. */
  static String lines(List<String> items) {
    return items.isEmpty() ? "()" : "(\n    " + String.join(",\n    ", items) + "\n)";
  }
}
