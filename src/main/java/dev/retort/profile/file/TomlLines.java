package dev.retort.profile.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where in a TOML file its tables and keys stand, which the parser does not say. Reads the form of
 * a file and never its values; it is asked only about files that the parser has accepted.
 */
final class TomlLines {
  /** A table's header line. */
  record Header(List<String> path, int line) {}

  private final List<Header> headers = new ArrayList<>();
  private final Map<List<String>, Integer> keys = new HashMap<>();
  private List<String> table = List.of();
  private String openString = "";
  private int brackets;

  TomlLines(String text) {
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      read(line, number);
    }
  }

  /** The headers in file order. */
  List<Header> headers() {
    return headers;
  }

  /** The 1-based line of a key or of a table's header; 0 if it has none. */
  int of(List<String> path) {
    return Optional.ofNullable(keys.get(path))
        .or(() -> headers.stream().filter(h -> h.path().equals(path)).map(Header::line).findFirst())
        .orElse(0);
  }

  private void read(String line, int number) {
    int from = 0;
    if (openString.isEmpty() && brackets == 0) {
      String stripped = line.strip();
      if (stripped.startsWith("[")) {
        header(stripped, number);
        return;
      }
      int equals = equalsSign(line);
      if (equals < 0) {
        return;
      }
      key(line.substring(0, equals), number);
      from = equals + 1;
    }
    value(line, from);
  }

  private void header(String line, int number) {
    int start = line.startsWith("[[") ? 2 : 1;
    int end = closing(line, start);
    table = path(line.substring(start, end));
    headers.add(new Header(table, number));
  }

  private static int closing(String line, int start) {
    char quote = 0;
    for (int i = start; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == ']') {
        return i;
      }
    }
    return line.length();
  }

  private void key(String written, int number) {
    List<String> full = new ArrayList<>(table);
    full.addAll(path(written));
    keys.putIfAbsent(List.copyOf(full), number);
  }

  /** The first equals sign that is not in a quoted key, or -1 in a comment or an empty line. */
  private static int equalsSign(String line) {
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '#') {
        return -1;
      } else if (c == '=') {
        return i;
      }
    }
    return -1;
  }

  /** The parts of a dotted key. */
  private static List<String> path(String written) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    char quote = 0;
    for (char c : written.strip().toCharArray()) {
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          part.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '.') {
        parts.add(part.toString());
        part.setLength(0);
      } else if (!Character.isWhitespace(c)) {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return List.copyOf(parts);
  }

  /** Follows strings and brackets, so that what is inside of them is not taken for keys. */
  private void value(String line, int from) {
    for (int i = from; i < line.length(); ) {
      char c = line.charAt(i);
      if (!openString.isEmpty()) {
        if (c == '\\' && openString.startsWith("\"")) {
          i += 2;
        } else if (line.startsWith(openString, i)) {
          i += openString.length();
          openString = "";
        } else {
          i++;
        }
        continue;
      }
      if (c == '#') {
        return;
      }
      if (c == '"' || c == '\'') {
        String one = String.valueOf(c);
        openString = line.startsWith(one.repeat(3), i) ? one.repeat(3) : one;
        i += openString.length();
        continue;
      }
      brackets += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      i++;
    }
    if (openString.length() == 1) {
      openString = "";
    }
  }
}
