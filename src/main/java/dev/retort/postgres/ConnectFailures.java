package dev.retort.postgres;

import dev.retort.execute.failure.ConnectionFailedException;
import dev.retort.profile.ConnectionSettings;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says why no connection came about, and what to do (manual, appendix A for the states). */
final class ConnectFailures {
  private static final String TIMEOUT_HINT =
      "Check the address and the firewall; connectTimeout and loginTimeout set how long to wait.";

  private ConnectFailures() {}

  static ConnectionFailedException of(ConnectionSettings settings, SQLException e) {
    Reason reason = reason(settings, e);
    return new ConnectionFailedException(
        reason.code,
        "Could not connect to " + settings.display() + ": " + sentence(reason.text),
        reason.hint,
        settings.display(),
        e);
  }

  private record Reason(String code, String text, String hint) {}

  private static Reason reason(ConnectionSettings settings, SQLException e) {
    Optional<Reason> network = byCause(settings, e);
    return network.orElseGet(() -> byState(settings, e));
  }

  private static Optional<Reason> byCause(ConnectionSettings settings, SQLException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      Reason reason =
          switch (cause) {
            case UnknownHostException unknown ->
                new Reason(
                    "unknown-host",
                    "the host name is not known",
                    "Check the host's name, and whether this machine can look it up.");
            case NoRouteToHostException unreachable ->
                new Reason(
                    "unreachable",
                    "there is no route to the host",
                    "Check the address, the network and the VPN.");
            case ConnectException refused ->
                new Reason(
                    "connection-refused",
                    "nothing answers there (" + refused.getMessage() + ")",
                    "Is the server running, on this port, and does it listen on this address?");
            case SocketTimeoutException timeout ->
                new Reason("connect-timeout", "no answer in time", TIMEOUT_HINT);
            case SSLException tls ->
                new Reason(
                    "tls",
                    "the TLS connection failed (" + tls.getMessage() + ")",
                    "Check sslmode ("
                        + settings.parameters().getOrDefault("sslmode", "prefer")
                        + ") and sslrootcert, and that the certificate is for this host name.");
            default -> null;
          };
      if (reason != null) {
        return Optional.of(reason);
      }
    }
    return Optional.empty();
  }

  private static Reason byState(ConnectionSettings settings, SQLException e) {
    String state = Optional.ofNullable(e.getSQLState()).orElse("");
    String text = serverText(e);
    return switch (state) {
      case "28P01" ->
          new Reason(
              "password",
              text,
              "Check the password of role "
                  + settings.user()
                  + ". The server answers the same where the password has expired (VALID UNTIL);"
                  + " whoever looks after it can tell.");
      case "28000" ->
          new Reason("not-authorized", text, "Check the role's name and the server's pg_hba.conf.");
      case "3D000" ->
          new Reason(
              "no-such-database",
              text,
              "Check the database's name, or create it: CREATE DATABASE.");
      case "42501" ->
          new Reason(
              "permission-denied",
              text,
              "Role " + settings.user() + " needs the CONNECT right on this database.");
      case "53300" ->
          new Reason(
              "too-many-connections", text, "Close other connections, or raise max_connections.");
      case "57P03" -> new Reason("server-starting", text, "Wait a moment and try again.");
      case "08P01" ->
          new Reason(
              "connection-failed",
              text,
              "Is this a connection pooler? Retort needs a session of its own: connect to"
                  + " PostgreSQL directly, or use session pooling.");
      case "08004" -> rejected(settings, text);
      case "08001" -> unanswered(settings, text);
      default -> new Reason("connection-failed", text, "Check host, port, database and role.");
    };
  }

  /** What the driver gives up on by itself: nobody answered in time, or nobody as asked for. */
  private static Reason unanswered(ConnectionSettings settings, String text) {
    return settings.parameters().containsKey("targetServerType")
        ? new Reason("connection-failed", text, "Check the hosts, and targetServerType.")
        : new Reason("connect-timeout", text, TIMEOUT_HINT);
  }

  /** What the driver itself rejects: it was asked for a password or for TLS, and has none. */
  private static Reason rejected(ConnectionSettings settings, String text) {
    boolean tls = text.contains("SSL");
    if (!tls && settings.password().isEmpty()) {
      return new Reason(
          "password",
          "the server asks for a password, and none is known",
          "Store it in the key ring or in .pgpass, or set PGPASSWORD.");
    }
    return tls
        ? new Reason("tls", text, "Choose another sslmode, or set the server up for TLS.")
        : new Reason("connection-failed", text, "Check host, port, database and role.");
  }

  private static String serverText(SQLException e) {
    if (e instanceof PSQLException psql) {
      ServerErrorMessage server = psql.getServerErrorMessage();
      String message = server == null ? null : server.getMessage();
      if (message != null) {
        return message;
      }
    }
    return Optional.ofNullable(e.getMessage()).orElse("no reason given");
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }
}
