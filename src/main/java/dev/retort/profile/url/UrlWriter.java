package dev.retort.profile.url;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Writes options as a URL that reads back as the same options. */
final class UrlWriter {
  private UrlWriter() {}

  /** libpq's form; the driver's own properties have no place in it. */
  static String uri(ConnectionOptions options) {
    StringBuilder out = new StringBuilder("postgresql://");
    options.get(Keyword.USER).ifPresent(user -> out.append(Percent.encode(user)));
    options.get(Keyword.PASSWORD).ifPresent(p -> out.append(':').append(Percent.encode(p)));
    if (out.charAt(out.length() - 1) != '/') {
      out.append('@');
    }
    List<String> hosts = parts(options, Keyword.HOST);
    List<String> ports = parts(options, Keyword.PORT);
    boolean inline = ports.isEmpty() || ports.size() == Math.max(1, hosts.size());
    out.append(places(hosts, inline ? ports : List.of()));
    options.get(Keyword.DBNAME).ifPresent(name -> out.append('/').append(Percent.encode(name)));
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    if (!inline) {
      query.add("port=" + Percent.encode(String.join(",", ports)));
    }
    options.values().entrySet().stream()
        .filter(entry -> !inUriPlace(entry.getKey()))
        .forEach(
            entry -> query.add(entry.getKey().word() + "=" + Percent.encode(entry.getValue())));
    return out.append(query).toString();
  }

  private static boolean inUriPlace(Keyword keyword) {
    return switch (keyword) {
      case USER, HOST, PORT, DBNAME -> true;
      default -> false;
    };
  }

  private static String places(List<String> hosts, List<String> ports) {
    StringJoiner places = new StringJoiner(",");
    for (int i = 0; i < Math.max(hosts.size(), ports.size()); i++) {
      String host = i < hosts.size() ? hosts.get(i) : "";
      String port = i < ports.size() ? ports.get(i) : "";
      places.add(bracketed(host) + (port.isEmpty() ? "" : ":" + port));
    }
    return places.toString();
  }

  private static String bracketed(String host) {
    return host.contains(":")
        ? "[" + Percent.encode(host).replace("%3A", ":") + "]"
        : Percent.encode(host);
  }

  /** The driver's form, for options that came from a JDBC URL. */
  static String jdbc(ConnectionOptions options) {
    StringBuilder out = new StringBuilder("jdbc:postgresql://");
    List<String> hosts = parts(options, Keyword.HOST);
    List<String> ports = parts(options, Keyword.PORT);
    List<String> places = new ArrayList<>();
    for (int i = 0; i < Math.max(hosts.size(), ports.size()); i++) {
      String host = i < hosts.size() ? hosts.get(i) : "";
      String port = i < ports.size() ? ports.get(i) : "";
      places.add(
          (host.contains(":") ? "[" + host + "]" : host) + (port.isEmpty() ? "" : ":" + port));
    }
    out.append(String.join(",", places)).append('/');
    options.get(Keyword.DBNAME).ifPresent(name -> out.append(form(name)));
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    for (Keyword keyword : List.of(Keyword.USER, Keyword.PASSWORD, Keyword.SERVICE)) {
      options.get(keyword).ifPresent(value -> query.add(keyword.word() + "=" + form(value)));
    }
    for (Map.Entry<Keyword, String> entry : options.values().entrySet()) {
      entry
          .getKey()
          .property()
          .ifPresent(property -> query.add(property + "=" + form(entry.getValue())));
    }
    options.driver().forEach((name, value) -> query.add(name + "=" + form(value)));
    return out.append(query).toString();
  }

  private static String form(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<String> parts(ConnectionOptions options, Keyword keyword) {
    return options.get(keyword).map(text -> List.of(text.split(",", -1))).orElse(List.of());
  }
}
