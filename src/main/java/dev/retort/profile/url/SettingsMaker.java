package dev.retort.profile.url;

import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.ConnectionSettings.HostPort;
import dev.retort.profile.UserContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says in the driver's words what options say in libpq's. */
public final class SettingsMaker {
  private static final int DEFAULT_PORT = 5432;

  private final UserContext user;

  /** For a user, whose own certificates and name are the defaults. */
  public SettingsMaker(UserContext user) {
    this.user = user;
  }

  /**
   * The settings for the driver. What options leave open gets libpq's defaults: the port 5432, the
   * operating system's user, a database named as the user; and {@code localhost}, where libpq would
   * try a Unix socket first.
   *
   * @throws dev.retort.profile.ProfileException if the options contradict each other
   */
  public ConnectionSettings make(ConnectionOptions options) {
    String role = options.get(Keyword.USER).orElse(user.osUser());
    Map<String, String> parameters = new TreeMap<>(options.driver());
    options
        .values()
        .forEach(
            (keyword, value) -> keyword.property().ifPresent(name -> parameters.put(name, value)));
    translated(options, parameters);
    certificates(options, parameters);
    return new ConnectionSettings(
        places(options),
        options.get(Keyword.DBNAME).orElse(role),
        role,
        options.password(),
        parameters);
  }

  private static List<HostPort> places(ConnectionOptions options) {
    List<String> hosts = addresses(options);
    List<String> ports = split(options.get(Keyword.PORT).orElse(""));
    if (ports.size() > 1 && ports.size() != hosts.size()) {
      throw BadUrl.of(
          "it has " + hosts.size() + " hosts, but " + ports.size() + " ports",
          "Give one port for all of the hosts, or one each.");
    }
    List<HostPort> places = new ArrayList<>();
    for (int i = 0; i < hosts.size(); i++) {
      String host = hosts.get(i).isEmpty() ? "localhost" : hosts.get(i);
      places.add(new HostPort(host, port(ports.get(ports.size() == 1 ? 0 : i))));
    }
    return places;
  }

  /** Addresses win over names, as in libpq; a name is then for checking certificates alone. */
  private static List<String> addresses(ConnectionOptions options) {
    List<String> hosts = split(options.get(Keyword.HOST).orElse(""));
    if (options.get(Keyword.HOSTADDR).isEmpty()) {
      return hosts;
    }
    List<String> addresses = split(options.get(Keyword.HOSTADDR).orElse(""));
    boolean named = options.get(Keyword.HOST).isPresent() && !hosts.equals(addresses);
    if (named && options.get(Keyword.SSLMODE).orElse("").equals("verify-full")) {
      throw BadUrl.of(
          "sslmode=verify-full with both host and hostaddr needs a certificate checked against a"
              + " name that is not the address, which Retort's driver cannot do",
          "Leave hostaddr out.");
    }
    return addresses;
  }

  private static List<String> split(String list) {
    return List.of(list.split(",", -1));
  }

  private static int port(String text) {
    if (text.isBlank()) {
      return DEFAULT_PORT;
    }
    try {
      int port = Integer.parseInt(text.strip());
      if (port >= 1 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below: what stands there may be a part of a password with a colon in it.
    }
    throw BadUrl.of(
        "the port is not a number from 1 to 65535",
        "If the password has a : / or @ in it, write them as %3A, %2F and %40.");
  }

  private static void translated(ConnectionOptions options, Map<String, String> parameters) {
    // libpq keeps connections alive unless told not to; the driver does not unless told to.
    if (!options.get(Keyword.KEEPALIVES).orElse("1").equals("0")) {
      parameters.putIfAbsent("tcpKeepAlive", "true");
    }
    options
        .get(Keyword.LOAD_BALANCE_HOSTS)
        .ifPresent(v -> parameters.put("loadBalanceHosts", String.valueOf(v.equals("random"))));
    options
        .get(Keyword.TARGET_SESSION_ATTRS)
        .ifPresent(v -> parameters.put("targetServerType", serverType(v)));
    options
        .get(Keyword.CONNECT_TIMEOUT)
        .ifPresent(v -> parameters.put("connectTimeout", seconds(v)));
    if (options.get(Keyword.CONNECT_TIMEOUT).isPresent()) {
      // The user's own limit is the limit, not the one Retort sets where nobody says anything.
      parameters.putIfAbsent("loginTimeout", seconds(options.get(Keyword.CONNECT_TIMEOUT).get()));
    }
  }

  private static String serverType(String attributes) {
    return switch (attributes) {
      case "primary", "read-write" -> "primary";
      case "standby", "read-only" -> "secondary";
      case "prefer-standby" -> "preferSecondary";
      default -> "any";
    };
  }

  /** libpq waits for ever for zero or less, and never less than two seconds. */
  private static String seconds(String text) {
    try {
      int seconds = Integer.parseInt(text.strip());
      return String.valueOf(seconds <= 0 ? 0 : Math.max(2, seconds));
    } catch (NumberFormatException e) {
      throw BadUrl.of("connect_timeout is not a whole number of seconds", "Write 10, for example.");
    }
  }

  /** libpq's rules about certificates that the driver does not have (manual, chapter 32.19). */
  private void certificates(ConnectionOptions options, Map<String, String> parameters) {
    Path folder = user.postgresqlFolder();
    if (options.get(Keyword.SSLROOTCERT).equals(java.util.Optional.of("system"))) {
      String mode = options.get(Keyword.SSLMODE).orElse("verify-full");
      if (!mode.equals("verify-full")) {
        throw BadUrl.of(
            "sslrootcert=system allows no weaker sslmode than verify-full",
            "Leave sslmode out, or name a file in sslrootcert.");
      }
      parameters.remove("sslrootcert");
      parameters.put("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
      parameters.put("sslmode", "verify-full");
      return;
    }
    Path root = options.get(Keyword.SSLROOTCERT).map(Path::of).orElse(folder.resolve("root.crt"));
    if (Files.exists(root)) {
      // With a root certificate at hand, require checks it, too.
      parameters.computeIfPresent("sslmode", (k, v) -> v.equals("require") ? "verify-ca" : v);
      parameters.putIfAbsent("sslrootcert", root.toString());
    }
    useIfThere(parameters, "sslcert", folder.resolve("postgresql.crt"));
    // The driver's default is another format, postgresql.pk8; it reads this one as well.
    useIfThere(parameters, "sslkey", folder.resolve("postgresql.key"));
  }

  private static void useIfThere(Map<String, String> parameters, String name, Path file) {
    if (!parameters.containsKey(name) && Files.exists(file)) {
      parameters.put(name, file.toString());
    }
  }
}
