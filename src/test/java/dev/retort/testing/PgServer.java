package dev.retort.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The one embedded server of a test JVM. Trusts everybody, syncs nothing to disk. Another version
 * of PostgreSQL is tried with {@code mvn verify -Dpostgres-binaries.version=13.22.0}.
 */
final class PgServer implements AutoCloseable {
  static final String SUPERUSER = "postgres";

  /** Members of this role are asked for their password; everybody else is trusted. */
  static final String PASSWORD_GROUP = "with_password";

  private final EmbeddedPostgres embedded;

  private PgServer(EmbeddedPostgres embedded) {
    this.embedded = embedded;
  }

  static PgServer start() {
    try {
      PgServer server =
          new PgServer(
              EmbeddedPostgres.builder()
                  .setLocaleConfig("locale", "C")
                  .setServerConfig("password_encryption", "scram-sha-256")
                  .setServerConfig("max_connections", "50")
                  .setServerConfig("synchronous_commit", "off")
                  .setServerConfig("full_page_writes", "off")
                  .setServerConfig("autovacuum", "off")
                  .setDataDirectoryCustomizer(PgServer::askMembersForPasswords)
                  .start());
      server.administer("CREATE ROLE " + PASSWORD_GROUP);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void askMembersForPasswords(File dataDirectory) {
    Path rules = dataDirectory.toPath().resolve("pg_hba.conf");
    try {
      Files.writeString(
          rules, "host all +" + PASSWORD_GROUP + " all scram-sha-256\n" + Files.readString(rules));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return embedded.getPort();
  }

  PgDatabase create(String name) {
    // Where it can be chosen, copying files is twice as fast for a small database.
    administer(
        "CREATE DATABASE "
            + name
            + " TEMPLATE template0"
            + (version() >= 15 ? " STRATEGY file_copy" : ""));
    return new PgDatabase(this, name);
  }

  private int version() {
    try (Connection connection = connect("postgres")) {
      return connection.getMetaData().getDatabaseMajorVersion();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
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
