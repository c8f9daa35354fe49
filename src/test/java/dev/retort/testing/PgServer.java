package dev.retort.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The one embedded server of a test JVM. Trusts everybody, syncs nothing to disk. */
final class PgServer implements AutoCloseable {
  static final String SUPERUSER = "postgres";

  private final EmbeddedPostgres embedded;

  private PgServer(EmbeddedPostgres embedded) {
    this.embedded = embedded;
  }

  static PgServer start() {
    try {
      return new PgServer(
          EmbeddedPostgres.builder()
              .setLocaleConfig("locale", "C")
              .setServerConfig("max_connections", "50")
              .setServerConfig("synchronous_commit", "off")
              .setServerConfig("full_page_writes", "off")
              .setServerConfig("autovacuum", "off")
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return embedded.getPort();
  }

  PgDatabase create(String name) {
    administer("CREATE DATABASE " + name + " TEMPLATE template0 STRATEGY file_copy");
    return new PgDatabase(this, name);
  }

  void administer(String sql) {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:" + port() + "/" + database, SUPERUSER, "");
  }

  @Override
  public void close() throws IOException {
    embedded.close();
  }
}
