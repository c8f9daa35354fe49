package dev.retort.postgres.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two schemas that differ in one kind of thing, from {@code schema/pairs.sql}.
 *
 * @param since the major version of PostgreSQL that it needs
 * @param back whether there is a way back
 */
record Pair(String name, int since, boolean back, String one, String other) {
  private static final Pattern HEAD = Pattern.compile("(\\S+)(?: since (\\d+))?( one way)?");

  /** All, with two roles for them to name. */
  static List<Pair> all(String role, String otherRole) throws IOException {
    String text;
    try (InputStream in = Pair.class.getResourceAsStream("/schema/pairs.sql")) {
      text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
    List<Pair> pairs = new ArrayList<>();
    String[] cases = text.replace("%ONE%", role).replace("%TWO%", otherRole).split("(?m)^=== ", -1);
    for (String each : List.of(cases).subList(1, cases.length)) {
      Matcher head = HEAD.matcher(each.lines().findFirst().orElseThrow());
      if (!head.matches()) {
        throw new IllegalArgumentException(each);
      }
      String[] parts = each.substring(each.indexOf('\n') + 1).split("(?m)^---$", -1);
      int since = head.group(2) == null ? 0 : Integer.parseInt(head.group(2));
      pairs.add(
          new Pair(
              head.group(1),
              since,
              head.group(3) == null,
              parts[0] + ";\n" + parts[1],
              parts[0] + ";\n" + parts[2]));
    }
    return pairs;
  }

  @Override
  public String toString() {
    return name;
  }
}
