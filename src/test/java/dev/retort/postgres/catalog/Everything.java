package dev.retort.postgres.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A schema with at least one of every kind of object, as far as a version of PostgreSQL has it. */
final class Everything {
  private Everything() {}

  /** What makes it, in an empty database. */
  static List<String> scripts(int majorVersion, String role) throws IOException {
    List<String> scripts = new ArrayList<>();
    scripts.add(resource("everything.sql").replace("%ROLE%", role));
    for (int since : new int[] {15, 18}) {
      if (majorVersion >= since) {
        scripts.add(resource("since-" + since + ".sql"));
      }
    }
    return scripts;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Everything.class.getResourceAsStream("/schema/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    }
  }
}
