package dev.retort.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to reach a database; what {@code postgres} needs to connect and nothing more.
 *
 * @param hosts tried in order; a host that begins with a slash is a folder with a Unix socket
 * @param user the role
 * @param password absent where the server needs none or {@code .pgpass} was silent
 * @param parameters the driver's own properties, by the driver's names ({@code sslmode}, {@code
 *     sslrootcert}, {@code connectTimeout}, {@code options}, …); never a secret
 */
public record ConnectionSettings(
    List<HostPort> hosts,
    String database,
    String user,
    Optional<Secret> password,
    Map<String, String> parameters) {

  /** One place to try. */
  public record HostPort(String host, int port) {
    /** Host and port as URLs have them: an IPv6 address in brackets. */
    @Override
    public String toString() {
      return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
  }

  /** Copies the collections; at least one host is needed. */
  public ConnectionSettings {
    hosts = List.copyOf(hosts);
    parameters = Map.copyOf(parameters);
    if (hosts.isEmpty()) {
      throw new IllegalArgumentException("no host");
    }
  }

  /** The same with another password. */
  public ConnectionSettings withPassword(Secret secret) {
    return new ConnectionSettings(hosts, database, user, Optional.of(secret), parameters);
  }

  /** The same server and role, another database. */
  public ConnectionSettings withDatabase(String name) {
    return new ConnectionSettings(hosts, name, user, password, parameters);
  }

  /** The address in words, for people: {@code user@host:port/database}, without any secret. */
  public String display() {
    return user
        + "@"
        + hosts.stream().map(HostPort::toString).reduce((a, b) -> a + "," + b).orElse("")
        + "/"
        + database;
  }
}
