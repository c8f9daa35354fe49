package dev.retort.postgres.shadow;

import dev.retort.postgres.sandbox.Link;
import dev.retort.profile.ConnectionSettings;
import dev.retort.sql.Identifiers;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes roles on a shadow server, marked as made there. */
final class ShadowRole {
  private static final String DUPLICATE = "42710";
  private static final String MARK = "Made by Retort for its shadows";

  private final Link link;

  ShadowRole(Link link) {
    this.link = link;
  }

  /**
   * Makes a role that may not log in; false if it was there already.
   *
   * @param more what it is to be beside that
   */
  boolean make(String name, String more) throws SQLException {
    try {
      link.run("CREATE ROLE " + Identifiers.quote(name) + more);
      link.run(
          "COMMENT ON ROLE " + Identifiers.quote(name) + " IS " + Identifiers.quoteLiteral(MARK));
      return true;
    } catch (SQLException e) {
      if (DUPLICATE.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  /** Makes sure that shadows can be made as a role; false if that cannot be had. */
  boolean prepare(String name) throws SQLException {
    try {
      if (make(name, " SUPERUSER")) {
        return true;
      }
      Optional<String> may =
          link.ask(
              "SELECT CASE WHEN rolsuper THEN 'yes' WHEN pg_catalog.shobj_description(oid,"
                  + " 'pg_authid') = "
                  + Identifiers.quoteLiteral(MARK)
                  + " THEN 'ours' WHEN pg_catalog.pg_has_role(oid, 'MEMBER') THEN 'yes' ELSE 'no'"
                  + " END FROM pg_catalog.pg_roles WHERE rolname = "
                  + Identifiers.quoteLiteral(name));
      if (may.equals(Optional.of("ours"))) {
        link.run("ALTER ROLE " + Identifiers.quote(name) + " SUPERUSER");
      }
      return may.isPresent() && !may.get().equals("no");
    } catch (SQLException e) {
      if (Link.lost(e)) {
        throw e;
      }
      // On a server where that is not allowed, things are whoever connects'.
      return false;
    }
  }

  /** Settings whose sessions are that role's, whatever is reset in them. */
  static ConnectionSettings as(String role, ConnectionSettings settings) {
    Map<String, String> parameters = new HashMap<>(settings.parameters());
    String option = "-c role=" + role.replace("\\", "\\\\").replace(" ", "\\ ");
    parameters.merge("options", option, (before, more) -> before + " " + more);
    return new ConnectionSettings(
        settings.hosts(), settings.database(), settings.user(), settings.password(), parameters);
  }
}
