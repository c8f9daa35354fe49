package dev.retort.postgres.sandbox;

import dev.retort.problem.RetortException.Kind;
import dev.retort.revision.Script;
import dev.retort.sql.SqlStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** One statement of a baseline, and what is said when it fails. */
record BaselineStatement(Script script, SqlStatement statement) {
  private static final Set<String> ROLES = Set.of("CREATE ROLE", "CREATE USER", "CREATE GROUP");
  private static final String DUPLICATE = "42710";

  /**
   * Runs it.
   *
   * @throws SandboxException with file, line and SQLSTATE if it fails
   * @throws SQLException if the connection is lost, which is not the statement's fault
   */
  void run(Link link) throws SQLException {
    try {
      if (ROLES.contains(statement.kind())) {
        createRole(link);
      } else {
        link.run(statement.text());
      }
    } catch (SQLException e) {
      if (Link.lost(e)) {
        throw e;
      }
      throw failure(e);
    }
  }

  /** Roles are the server's, so that one made for another database or an earlier one is there. */
  private void createRole(Link link) throws SQLException {
    boolean inTransaction = link.inTransaction();
    if (inTransaction) {
      link.run("SAVEPOINT retort_role");
    }
    try {
      link.run(statement.text());
    } catch (SQLException e) {
      if (!DUPLICATE.equals(e.getSQLState())) {
        throw e;
      }
      if (inTransaction) {
        link.run("ROLLBACK TO SAVEPOINT retort_role");
      }
    }
    if (inTransaction) {
      link.run("RELEASE SAVEPOINT retort_role");
    }
  }

  private SandboxException failure(SQLException e) {
    ServerErrorMessage server =
        e instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
    String state = Optional.ofNullable(e.getSQLState()).orElse("");
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("sqlstate", state);
    details.put("statement", statement.text());
    String text = Optional.ofNullable(e.getMessage()).orElse(e.toString());
    if (server != null) {
      text = Optional.ofNullable(server.getMessage()).orElse(text);
      Optional.ofNullable(server.getDetail()).ifPresent(detail -> details.put("detail", detail));
      Optional.ofNullable(server.getHint()).ifPresent(hint -> details.put("server_hint", hint));
    }
    int line = statement.line() + linesBefore(statement.text(), server);
    return failure(script, line, details, text + " (" + state + ")", e);
  }

  /** The server counts characters, from 1; 0 where it points at none. */
  private static int linesBefore(String text, @Nullable ServerErrorMessage server) {
    int position = server == null ? 0 : server.getPosition();
    if (position <= 1 || position > text.codePointCount(0, text.length())) {
      return 0;
    }
    String before = text.substring(0, text.offsetByCodePoints(0, position - 1));
    return (int) before.chars().filter(c -> c == '\n').count();
  }

  static SandboxException failure(
      Script script,
      int line,
      Map<String, Object> details,
      String reason,
      @Nullable Throwable cause) {
    Map<String, Object> all = new LinkedHashMap<>(details);
    all.put("file", name(script));
    if (line > 0) {
      all.put("line", line);
    }
    String place = name(script) + (line > 0 ? ":" + line : "");
    return new SandboxException(
        Kind.INPUT,
        "baseline-failed",
        "The baseline fails at " + place + ": " + reason + ".",
        "Correct the file, or take it out of baseline in retort.toml; nothing of it was kept.",
        all,
        cause);
  }

  static String name(Script script) {
    return script.file().map(Object::toString).orElse("a script");
  }
}
