package dev.retort.execute.failure;

import dev.retort.execute.state.ServerInfo;
import java.util.Map;

/** The server, or the session on it, takes no migrations. */
public final class UnfitServerException extends RunRefusedException {
  private static final long serialVersionUID = 1L;

  private UnfitServerException(String code, String message, String hint, ServerInfo server) {
    super(code, message, hint, Map.of("server_version", server.version()));
  }

  /** The session takes no writes: a standby, or a profile or role that is read-only. */
  public static UnfitServerException readOnly(ServerInfo server) {
    return server.inRecovery()
        ? new UnfitServerException(
            "read-only",
            "The server is a standby, which takes no writes.",
            "Connect to the primary.",
            server)
        : new UnfitServerException(
            "read-only",
            "The session is read-only: database "
                + server.database()
                + " as "
                + server.role()
                + ".",
            "Use a profile or a role that may write.",
            server);
  }

  /** The server is older than what Retort is made for. */
  public static UnfitServerException tooOld(ServerInfo server) {
    return new UnfitServerException(
        "server-too-old",
        "The server runs PostgreSQL " + server.version() + ".",
        "Retort runs plans on PostgreSQL 13 and later.",
        server);
  }
}
