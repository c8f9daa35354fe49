package dev.retort.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.postgres.Access;
import dev.retort.postgres.PostgresSessions;
import dev.retort.postgres.versions.VersionTable;
import dev.retort.profile.ConnectionSettings;
import dev.retort.schema.Omission;
import dev.retort.schema.Snapshot;
import dev.retort.schema.ddl.CanonicalDdl;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.testing.TcpProxy;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What reading a schema takes, and what it leaves out. */
@Tag("db")
@ExtendWith(PgExtension.class)
class CatalogReaderTest {

  private static Snapshot read(ConnectionSettings settings) {
    return new CatalogReader(
            new PostgresSessions(settings, "test", Access.READ_ONLY), VersionTable.standard())
        .read();
  }

  private static int roundTrips(PgDatabase database) {
    try (TcpProxy proxy = TcpProxy.before(database)) {
      read(database.settings("postgres", proxy.port()));
      return proxy.roundTrips();
    }
  }

  @Test
  void theNumberOfRoundTripsDoesNotDependOnTheSchema(PgDatabase database) {
    int empty = roundTrips(database);
    database.execute(
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    "CREATE TABLE t"
                        + i
                        + " (id serial PRIMARY KEY, a text DEFAULT 'x' CHECK (a > ''))")
            .collect(Collectors.joining(";")));
    assertThat(roundTrips(database)).isEqualTo(empty);
  }

  @Test
  void theVersionTableAndWhatExtensionsOwnAreLeftOut(PgDatabase database) {
    database.execute(
        "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY);"
            + " COMMENT ON TABLE alembic_version IS 'x'; CREATE EXTENSION hstore");
    assertThat(read(database.settings()).objects())
        .extracting(object -> object.id().toString())
        .containsExactly("schema public", "extension hstore");
  }

  @Test
  void aRoleWithNoRightSeesTheSameSchema(PgDatabase database) {
    database.execute(
        "CREATE SCHEMA hidden; CREATE TABLE hidden.t (a integer PRIMARY KEY); CREATE VIEW hidden.v"
            + " AS SELECT a FROM hidden.t; REVOKE ALL ON SCHEMA hidden FROM PUBLIC");
    String nobody = database.role("nobody");
    assertThat(CanonicalDdl.of(read(database.settings(nobody))))
        .isEqualTo(CanonicalDdl.of(read(database.settings())));
  }

  @Test
  void anInvalidIndexIsSaidAndLeftOut(PgDatabase database) {
    database.execute(
        "CREATE TABLE t (a integer); CREATE INDEX broken ON t (a);"
            + " UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'broken'::regclass");
    Snapshot snapshot = read(database.settings());
    assertThat(snapshot.omissions())
        .extracting(Omission::what)
        .containsExactly("index public.broken");
  }

  @Test
  void theFingerprintTellsWhatAListOfTablesDoesNot(PgDatabase database) {
    database.execute(
        "CREATE TABLE t (a integer); CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT"
            + " 1'");
    String before = CanonicalDdl.of(read(database.settings())).fingerprint();
    for (String change :
        new String[] {
          "CREATE OR REPLACE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 2'",
          "GRANT SELECT ON t TO PUBLIC",
          "COMMENT ON COLUMN t.a IS 'x'",
          "ALTER TABLE t ALTER a SET DEFAULT 1",
          "ALTER TABLE t SET (fillfactor = 50)"
        }) {
      database.execute(change);
      String after = CanonicalDdl.of(read(database.settings())).fingerprint();
      assertThat(after).as(change).isNotEqualTo(before);
      before = after;
    }
  }
}
