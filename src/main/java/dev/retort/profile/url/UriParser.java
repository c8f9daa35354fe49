package dev.retort.profile.url;

import java.util.ArrayList;
import java.util.List;

/**
 * libpq's URIs (manual, chapter 32.1.1.2), taken apart in the order libpq takes them apart: {@code
 * postgresql://user:password@host:port,host:port/dbname?parameter=value}.
 */
final class UriParser {
  private static final String ENCODE_HINT =
      "In a user name or password, write / as %2F, @ as %40, : as %3A and % as %25.";

  private final OptionsBuilder options = new OptionsBuilder();

  private UriParser() {}

  /** Reads what follows {@code ://}. */
  static ConnectionOptions parse(String rest) {
    return new UriParser().read(rest);
  }

  private ConnectionOptions read(String rest) {
    int query = rest.indexOf('?', userInfoEnd(rest));
    String place = query < 0 ? rest : rest.substring(0, query);
    int at = userInfoEnd(place);
    if (at > 0) {
      userInfo(place.substring(0, at - 1));
      place = place.substring(at);
    }
    int slash = place.indexOf('/');
    hosts(slash < 0 ? place : place.substring(0, slash));
    if (slash >= 0) {
      database(place.substring(slash + 1));
    }
    if (query >= 0) {
      parameters(rest.substring(query + 1));
    }
    return options.build();
  }

  /** Where the hosts begin: after the first @ that no slash precedes. */
  private static int userInfoEnd(String text) {
    int at = text.indexOf('@');
    int slash = text.indexOf('/');
    return at >= 0 && (slash < 0 || at < slash) ? at + 1 : 0;
  }

  private void userInfo(String info) {
    int colon = info.indexOf(':');
    String user = colon < 0 ? info : info.substring(0, colon);
    options.say(Keyword.USER, Percent.decode(user, "user name"));
    if (colon >= 0) {
      options.say(Keyword.PASSWORD, Percent.decode(info.substring(colon + 1), "password"));
    }
  }

  private void hosts(String text) {
    if (text.isEmpty()) {
      return;
    }
    if (text.indexOf('@') >= 0) {
      throw BadUrl.of("there is more than one @ before the host", ENCODE_HINT);
    }
    List<String> hosts = new ArrayList<>();
    List<String> ports = new ArrayList<>();
    for (String one : text.split(",", -1)) {
      int portAt = portStart(one);
      hosts.add(Percent.decode(bare(portAt < 0 ? one : one.substring(0, portAt - 1)), "host"));
      ports.add(portAt < 0 ? "" : Percent.decode(one.substring(portAt), "port"));
    }
    options.say(Keyword.HOST, join(hosts));
    options.say(Keyword.PORT, join(ports));
  }

  /** Nothing where all of them are left out. */
  private static String join(List<String> parts) {
    return parts.stream().allMatch(String::isEmpty) ? "" : String.join(",", parts);
  }

  private static int portStart(String host) {
    if (host.startsWith("[")) {
      int close = host.indexOf(']');
      if (close < 0) {
        throw BadUrl.of("an IPv6 address has no closing bracket", "Write it as [::1].");
      }
      if (close + 1 == host.length()) {
        return -1;
      }
      if (host.charAt(close + 1) != ':') {
        throw BadUrl.of("something follows the bracket of an IPv6 address", "Write [::1]:5432.");
      }
      return close + 2;
    }
    int colon = host.indexOf(':');
    if (colon >= 0 && host.indexOf(':', colon + 1) >= 0) {
      throw BadUrl.of(
          "a host has more than one colon",
          "Write an IPv6 address in brackets, as [::1]. " + ENCODE_HINT);
    }
    return colon < 0 ? -1 : colon + 1;
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private void database(String name) {
    if (name.indexOf('@') >= 0) {
      throw BadUrl.of("there is an @ after the host's slash", ENCODE_HINT);
    }
    options.say(Keyword.DBNAME, Percent.decode(name, "database name"));
  }

  private void parameters(String query) {
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 0) {
        if (pair.isEmpty()) {
          continue;
        }
        throw BadUrl.of(
            "a parameter after the ? has no = and no value", "Write parameter=value, joined by &.");
      }
      String word = Percent.decode(pair.substring(0, equals), "name of a parameter");
      options.say(word, Percent.decode(pair.substring(equals + 1), "value of " + word));
    }
  }
}
