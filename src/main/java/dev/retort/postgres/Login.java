package dev.retort.postgres;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.util.HostSpec;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/**
 * Connects as {@link Driver#connect} does, within the time that {@code loginTimeout} gives, but
 * without its search for a file of defaults, for which it opens every jar there is.
 */
final class Login {
  private Login() {}

  /**
   * Connects, or fails with the driver's own errors.
   *
   * @param url {@code jdbc:postgresql://host:port,…/database}
   */
  static PgConnection open(String url, Properties given) throws SQLException {
    Properties properties =
        Optional.ofNullable(Driver.parseURL(url, given))
            .orElseThrow(() -> new IllegalStateException("the driver did not take its own URL"));
    HostSpec[] hosts = hosts(properties);
    long patience = patience(properties);
    if (patience <= 0) {
      return new PgConnection(hosts, properties, url);
    }
    CompletableFuture<PgConnection> opening = new CompletableFuture<>();
    Thread.ofPlatform().daemon().name("login").start(() -> open(hosts, properties, url, opening));
    return await(opening, patience);
  }

  private static void open(
      HostSpec[] hosts,
      Properties properties,
      String url,
      CompletableFuture<PgConnection> opening) {
    try {
      PgConnection connection = new PgConnection(hosts, properties, url);
      if (!opening.complete(connection)) {
        // Nobody waits for it any more.
        connection.close();
      }
    } catch (SQLException | RuntimeException | Error e) {
      opening.completeExceptionally(e);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Discarding never fails.
  private static PgConnection await(CompletableFuture<PgConnection> opening, long millis)
      throws SQLException {
    try {
      return opening.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      PSQLException late = failure("Connection attempt timed out.");
      if (opening.completeExceptionally(late)) {
        throw late;
      }
      return opening.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      PSQLException interrupted = failure("Interrupted while attempting to connect.");
      opening.completeExceptionally(interrupted);
      opening.thenAccept(Login::discard);
      throw interrupted;
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case SQLException refused -> throw refused;
        case Error error -> throw error;
        case null, default -> throw new CompletionException(e.getCause());
      }
    }
  }

  private static void discard(PgConnection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // Nothing was done with it.
    }
  }

  private static PSQLException failure(String message) {
    return new PSQLException(message, PSQLState.CONNECTION_UNABLE_TO_CONNECT);
  }

  private static HostSpec[] hosts(Properties properties) {
    String[] names = value(PGProperty.PG_HOST, properties).split(",");
    String[] ports = value(PGProperty.PG_PORT, properties).split(",");
    String local = PGProperty.LOCAL_SOCKET_ADDRESS.getOrDefault(properties);
    HostSpec[] hosts = new HostSpec[names.length];
    for (int i = 0; i < hosts.length; i++) {
      hosts[i] = new HostSpec(names[i], Integer.parseInt(ports[i]), local);
    }
    return hosts;
  }

  private static String value(PGProperty property, Properties properties) {
    return Optional.ofNullable(property.getOrDefault(properties)).orElse("");
  }

  private static long patience(Properties properties) {
    try {
      return (long) (Float.parseFloat(value(PGProperty.LOGIN_TIMEOUT, properties)) * 1000);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
