package dev.retort.postgres;

import dev.retort.execute.failure.ConnectionLostException;
import dev.retort.execute.failure.ServerErrorException;
import dev.retort.execute.state.ServerError;
import dev.retort.execute.state.SessionInfo;
import dev.retort.problem.RetortException;
import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Turns the driver's exceptions into Retort's. */
final class Errors {
  private Errors() {}

  /**
   * The exception for a failed exchange.
   *
   * @param broken whether the connection is gone
   * @param blockers who stood in the way last
   */
  static RetortException of(SQLException e, boolean broken, List<SessionInfo> blockers) {
    ServerError error = serverError(e);
    if (broken) {
      return new ConnectionLostException(lost(e, error), e);
    }
    return new ServerErrorException(
        code(error), message(error, blockers), hint(error), error, blockers, e);
  }

  /** What the server said last, or what the network says. */
  private static String lost(SQLException e, ServerError error) {
    boolean said = e instanceof PSQLException psql && psql.getServerErrorMessage() != null;
    String text =
        switch (e.getCause()) {
          case EOFException end when !said -> "the other side closed it";
          case IOException failure when !said ->
              Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
          case null, default -> error.message();
        };
    return text.endsWith(".") ? text : text + ".";
  }

  private static String code(ServerError error) {
    return switch (error.sqlState()) {
      case "42501" -> "permission-denied";
      case "25006" -> "read-only";
      case "55P03" -> "lock-timeout";
      case "57014" -> "statement-cancelled";
      case "40P01" -> "deadlock";
      default -> "server-error";
    };
  }

  private static String message(ServerError error, List<SessionInfo> blockers) {
    String text = error.display() + ".";
    if (blockers.isEmpty()) {
      return text;
    }
    return text
        + " It waited for "
        + blockers.stream().map(SessionInfo::displayWithQuery).collect(Collectors.joining("; "))
        + ".";
  }

  private static String hint(ServerError error) {
    return switch (error.sqlState()) {
      case "42501" -> "Run as the owner of the object, or have the right granted.";
      case "25006" -> "The session is read-only: use a profile or a role that may write.";
      case "55P03" ->
          "Try again when whoever holds the lock is done, or allow more time (lock-timeout) or more"
              + " attempts (lock-retries).";
      case "57014" ->
          error.hint().orElse("It met statement_timeout, or an administrator cancelled it.");
      case "40P01" -> "Another transaction wanted the same locks in another order; try again.";
      default -> error.hint().orElse("");
    };
  }

  private static ServerError serverError(SQLException e) {
    ServerErrorMessage server =
        e instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
    String state = Optional.ofNullable(e.getSQLState()).orElse("XX000");
    if (server == null) {
      return ServerError.of(state, Optional.ofNullable(e.getMessage()).orElse(e.toString()));
    }
    return new ServerError(
        Optional.ofNullable(server.getSQLState()).orElse(state),
        Optional.ofNullable(server.getSeverity()).orElse("ERROR"),
        Optional.ofNullable(server.getMessage()).orElse("no message"),
        Optional.ofNullable(server.getDetail()),
        Optional.ofNullable(server.getHint()),
        server.getPosition(),
        Optional.ofNullable(server.getWhere()),
        objects(server));
  }

  private static Map<String, String> objects(ServerErrorMessage server) {
    Map<String, String> objects = new LinkedHashMap<>();
    put(objects, "schema", server.getSchema());
    put(objects, "table", server.getTable());
    put(objects, "column", server.getColumn());
    put(objects, "datatype", server.getDatatype());
    put(objects, "constraint", server.getConstraint());
    put(objects, "internal_query", server.getInternalQuery());
    return objects;
  }

  private static void put(Map<String, String> objects, String key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      objects.put(key, value);
    }
  }
}
