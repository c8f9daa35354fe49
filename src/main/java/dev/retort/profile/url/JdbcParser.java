package dev.retort.profile.url;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The driver's URLs: {@code jdbc:postgresql://host:port,host/database?property=value}, {@code
 * jdbc:postgresql:database}. Encoded as HTML forms are, so that a plus sign is a space; that is
 * what the driver does.
 */
final class JdbcParser {
  private static final String PREFIX = "jdbc:postgresql:";

  private static final Map<String, Keyword> KEYWORDS =
      Arrays.stream(Keyword.values())
          .filter(k -> k.property().isPresent())
          .collect(Collectors.toMap(k -> k.property().orElseThrow(), k -> k));

  private static final Map<String, Keyword> PLACES =
      Map.of(
          "user", Keyword.USER,
          "password", Keyword.PASSWORD,
          "service", Keyword.SERVICE,
          "PGHOST", Keyword.HOST,
          "PGPORT", Keyword.PORT,
          "PGDBNAME", Keyword.DBNAME,
          "sslpassword", Keyword.SSLPASSWORD,
          "replication", Keyword.REPLICATION);

  private final OptionsBuilder options = new OptionsBuilder();

  private JdbcParser() {}

  static ConnectionOptions parse(String url) {
    if (!url.startsWith(PREFIX)) {
      throw BadUrl.of(
          "it is a JDBC URL, but not PostgreSQL's", "Begin it with jdbc:postgresql://.");
    }
    return new JdbcParser().read(url.substring(PREFIX.length()));
  }

  private ConnectionOptions read(String rest) {
    int query = rest.indexOf('?');
    String place = query < 0 ? rest : rest.substring(0, query);
    if (place.startsWith("//")) {
      int slash = place.indexOf('/', 2);
      hosts(place.substring(2, slash < 0 ? place.length() : slash));
      place = slash < 0 ? "" : place.substring(slash + 1);
    } else if (place.startsWith("/")) {
      place = place.substring(1);
    }
    options.say(Keyword.DBNAME, decode(place, "database name"));
    if (query >= 0) {
      properties(rest.substring(query + 1));
    }
    return options.build();
  }

  private void hosts(String text) {
    if (text.indexOf('@') >= 0) {
      throw BadUrl.of(
          "the driver's URLs take no user and password before the host",
          "Put the user after the ?, as ?user=…, or begin with postgresql://.");
    }
    List<String> hosts = new ArrayList<>();
    List<String> ports = new ArrayList<>();
    for (String one : text.split(",", -1)) {
      int colon = one.lastIndexOf(':');
      boolean port = colon >= 0 && one.indexOf(']', colon) < 0;
      String host = port ? one.substring(0, colon) : one;
      hosts.add(
          host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host);
      ports.add(port ? one.substring(colon + 1) : "");
    }
    if (hosts.stream().anyMatch(host -> !host.isEmpty())) {
      options.say(Keyword.HOST, String.join(",", hosts));
    }
    if (ports.stream().anyMatch(port -> !port.isEmpty())) {
      options.say(Keyword.PORT, String.join(",", ports));
    }
  }

  private void properties(String query) {
    boolean modeGiven = query.startsWith("sslmode=") || query.contains("&sslmode=");
    for (String pair : query.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      property(
          name,
          equals < 0 ? "" : decode(pair.substring(equals + 1), "value of " + name),
          modeGiven);
    }
  }

  private void property(String name, String value, boolean modeGiven) {
    Keyword keyword = KEYWORDS.getOrDefault(name, PLACES.get(name));
    if (keyword != null) {
      options.say(keyword, value);
    } else if (name.equals("ssl")) {
      // The driver's ssl=true, or ssl alone, stands for verify-full; false for prefer.
      if (!modeGiven && (value.isEmpty() || value.equals("true"))) {
        options.say(Keyword.SSLMODE, "verify-full");
      }
    } else if (DriverProperties.TAKEN.contains(name)) {
      options.driver(name, value);
    } else {
      throw DriverProperties.unknown(name);
    }
  }

  private static String decode(String text, String what) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw BadUrl.of(
          "the " + what + " has a % that is not followed by two hexadecimal digits",
          "Write a percent sign itself as %25.");
    }
  }
}
