package dev.retort.profile.url;

import java.util.regex.Pattern;

/**
 * Reads what {@code --url} and {@code url =} take: libpq's URIs, libpq's key/value strings, and the
 * driver's JDBC URLs.
 */
public final class ConnectionUrl {
  private static final Pattern SCHEME =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*", Pattern.DOTALL);

  private ConnectionUrl() {}

  /**
   * What a connection string says.
   *
   * @throws dev.retort.profile.ProfileException if it cannot be read, or asks for what cannot be
   *     done; the message never holds a part of a password
   */
  public static ConnectionOptions parse(String text) {
    String url = text.strip();
    ConnectionOptions options = read(url);
    Refusals.check(options);
    return options;
  }

  private static ConnectionOptions read(String url) {
    if (url.startsWith("postgresql://") || url.startsWith("postgres://")) {
      return UriParser.parse(url.substring(url.indexOf("://") + 3));
    }
    if (url.startsWith("jdbc:")) {
      return JdbcParser.parse(url);
    }
    if (SCHEME.matcher(url).matches()) {
      String scheme = url.substring(0, url.indexOf("://"));
      throw BadUrl.of(
          scheme + ":// does not lead to PostgreSQL",
          "Begin it with postgresql:// or jdbc:postgresql://.");
    }
    if (url.contains("=")) {
      return ConninfoParser.parse(url);
    }
    throw BadUrl.of(
        "it is neither a URL nor a list of host=… dbname=… settings",
        "Write postgresql://user@host:port/database.");
  }
}
