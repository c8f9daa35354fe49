package dev.retort.postgres;

import dev.retort.postgres.socket.TcpSocketFactory;
import dev.retort.postgres.socket.TlsSocketFactory;
import dev.retort.postgres.socket.UnixSocketFactory;
import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.ConnectionSettings.HostPort;
import dev.retort.profile.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.postgresql.jdbc.PgConnection;

/** Makes connections with the driver; the password goes to it and nowhere else. */
final class Connector {
  private static final String CONNECT_TIMEOUT_SECONDS = "10";
  private static final String LOGIN_TIMEOUT_SECONDS = "20";
  private static final String CANCEL_TIMEOUT_SECONDS = "5";
  private static final String LOOK_TIMEOUT_SECONDS = "90";
  private static final String WATCH_TIMEOUT_SECONDS = "3";

  private final ConnectionSettings settings;
  private final String applicationName;

  Connector(ConnectionSettings settings, String applicationName) {
    this.settings = settings;
    this.applicationName = applicationName;
  }

  ConnectionSettings settings() {
    return settings;
  }

  /** A connector for quick looks at the same database, which gives up soon. */
  Connector forWatching() {
    Map<String, String> parameters = new HashMap<>(settings.parameters());
    parameters.put("loginTimeout", WATCH_TIMEOUT_SECONDS);
    parameters.put("socketTimeout", WATCH_TIMEOUT_SECONDS);
    return with(parameters, "retort watch");
  }

  /** A connector for sessions whose statements the server itself ends before this time is over. */
  Connector forLooking() {
    Map<String, String> parameters = new HashMap<>(settings.parameters());
    parameters.putIfAbsent("socketTimeout", LOOK_TIMEOUT_SECONDS);
    return with(parameters, applicationName);
  }

  private Connector with(Map<String, String> parameters, String name) {
    return new Connector(
        new ConnectionSettings(
            settings.hosts(),
            settings.database(),
            settings.user(),
            settings.password(),
            parameters),
        name);
  }

  /**
   * Opens a connection: to the first of the hosts that lets it.
   *
   * @throws dev.retort.execute.failure.ConnectionFailedException if none does
   */
  PgConnection open(Access access) {
    SQLException last = null;
    for (List<HostPort> hosts : groups()) {
      try {
        return openAs(hosts, access);
      } catch (SQLException e) {
        if (last != null) {
          e.addSuppressed(last);
        }
        last = e;
      }
    }
    throw ConnectFailures.of(settings, Objects.requireNonNull(last));
  }

  /** Hosts that the driver can try in one go: all that are reached by TCP; a Unix socket alone. */
  private List<List<HostPort>> groups() {
    List<List<HostPort>> groups = new ArrayList<>();
    boolean afterTcp = false;
    for (HostPort place : settings.hosts()) {
      boolean tcp = !isFolder(place);
      if (!tcp || !afterTcp) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(place);
      afterTcp = tcp;
    }
    return groups;
  }

  /** Whether a connection may be one by a Unix socket. */
  boolean mayBeLocal() {
    return settings.hosts().stream().anyMatch(Connector::isFolder);
  }

  private static boolean isFolder(HostPort place) {
    return place.host().startsWith("/");
  }

  /**
   * A connection pooler may refuse the option that makes a session read-only (PgBouncer does,
   * unless told to ignore it). Each transaction then has to be begun read-only instead, as sessions
   * do.
   */
  private PgConnection openAs(List<HostPort> hosts, Access access) throws SQLException {
    try {
      return open(hosts, properties(access));
    } catch (SQLException e) {
      if (access == Access.READ_WRITE || !refusesOptions(e)) {
        throw e;
      }
      PgConnection connection = open(hosts, properties(Access.READ_WRITE));
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      return connection;
    }
  }

  private static boolean refusesOptions(SQLException e) {
    return "08P01".equals(e.getSQLState())
        && String.valueOf(e.getMessage()).contains("startup parameter");
  }

  private PgConnection open(List<HostPort> hosts, Properties properties) throws SQLException {
    addSockets(properties, hosts.getFirst());
    return Login.open(url(hosts), properties);
  }

  /** A user who brings sockets of his own keeps them, and gets the driver's time zone with them. */
  private static void addSockets(Properties properties, HostPort place) {
    if (isFolder(place)) {
      properties.setProperty("socketFactory", UnixSocketFactory.class.getName());
      properties.setProperty(
          "socketFactoryArg", UnixSocketFactory.file(place.host(), place.port()).toString());
      // The server has no TLS on Unix sockets, and libpq ignores sslmode there as well.
      properties.setProperty("sslmode", "disable");
    } else {
      properties.putIfAbsent("socketFactory", TcpSocketFactory.class.getName());
      properties.putIfAbsent("sslfactory", TlsSocketFactory.class.getName());
    }
  }

  private String url(List<HostPort> places) {
    String hosts = places.stream().map(Connector::hostAndPort).collect(Collectors.joining(","));
    return "jdbc:postgresql://"
        + hosts
        + "/"
        + URLEncoder.encode(settings.database(), StandardCharsets.UTF_8);
  }

  private static String hostAndPort(HostPort place) {
    if (isFolder(place)) {
      return "localhost:" + place.port();
    }
    String host = place.host().contains(":") ? "[" + place.host() + "]" : place.host();
    return host + ":" + place.port();
  }

  private Properties properties(Access access) {
    Properties properties = new Properties();
    properties.setProperty("connectTimeout", CONNECT_TIMEOUT_SECONDS);
    properties.setProperty("loginTimeout", LOGIN_TIMEOUT_SECONDS);
    properties.setProperty("cancelSignalTimeout", CANCEL_TIMEOUT_SECONDS);
    properties.setProperty("tcpKeepAlive", "true");
    settings.parameters().forEach(properties::setProperty);
    properties.setProperty("user", settings.user());
    settings.password().map(Secret::reveal).ifPresent(p -> properties.setProperty("password", p));
    properties.setProperty("ApplicationName", applicationName);
    // Plain statements by the simple protocol and unsplit; what is prepared, by the extended one.
    properties.setProperty("preferQueryMode", "extendedForPrepared");
    // Lets the driver put the application's name into the first packet rather than a round trip.
    properties.setProperty("assumeMinServerVersion", "9.6");
    if (access == Access.READ_ONLY) {
      // As a start-up option, so that RESET ALL comes back to it.
      properties.setProperty(
          "options",
          (settings.parameters().getOrDefault("options", "")
                  + " -c default_transaction_read_only=on")
              .strip());
    }
    return properties;
  }
}
