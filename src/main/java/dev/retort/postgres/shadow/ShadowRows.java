package dev.retort.postgres.shadow;

import dev.retort.postgres.sandbox.Link;
import dev.retort.shadow.rows.RowSession;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.postgresql.util.PSQLException;

/**
 * Reads and writes sample rows. Triggers stay silent where the role may ask for that, so that a row
 * is what it was meant to be; then foreign keys are not checked either, but keys are taken from the
 * tables they refer to.
 */
final class ShadowRows implements RowSession {
  private final PostgresShadow shadow;
  private final Link link;

  ShadowRows(PostgresShadow shadow, Link link) {
    this.shadow = shadow;
    this.link = link;
    shadow.asked(
        () -> {
          link.run(
              "SET search_path = ''; SET DateStyle = 'ISO'; SET IntervalStyle = 'postgres';"
                  + " SET TimeZone = 'UTC'; SET extra_float_digits = 3; SET bytea_output = 'hex'");
          return true;
        });
    try {
      link.run("SET session_replication_role = replica");
    } catch (SQLException e) {
      // It is for superusers; without it triggers do what they do.
    }
  }

  @Override
  public List<List<Optional<String>>> query(String sql) {
    return shadow.asked(() -> link.rows(sql));
  }

  @Override
  public Optional<Refusal> insert(String sql) {
    return shadow.asked(
        () -> {
          try {
            link.run(sql);
            return Optional.empty();
          } catch (SQLException e) {
            if (Link.lost(e)) {
              throw e;
            }
            return Optional.of(refusal(e));
          }
        });
  }

  private static Refusal refusal(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    String text = String.valueOf(e.getMessage());
    if (e instanceof PSQLException psql && psql.getServerErrorMessage() != null) {
      return new Refusal(
          state,
          Optional.ofNullable(psql.getServerErrorMessage().getMessage()).orElse(text),
          Optional.ofNullable(psql.getServerErrorMessage().getConstraint()));
    }
    return new Refusal(state, text, Optional.empty());
  }

  /** Whether the session still lives: what a revision does may have ended all others. */
  boolean lives() {
    try {
      return link.ask("SELECT 1").isPresent();
    } catch (SQLException e) {
      return false;
    }
  }

  /** The workspace ends the session: it is used again. */
  @Override
  public void close() {}

  void end() {
    try {
      link.close();
    } catch (SQLException e) {
      // It has ended then.
    }
  }
}
