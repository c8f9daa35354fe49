package dev.retort.cli.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.revision.reading.BaselineReader;
import dev.retort.testing.CliRun;
import dev.retort.testing.CliRun.Result;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The sample project's revisions, on shadows of the test's own server. */
@Tag("db")
@ExtendWith(PgExtension.class)
class ShadowCommandsTest {
  /** The revision that changes rows alone, and the one before it. */
  private static final List<String> BACKFILL = List.of("0017", "0018");

  /** Shared, with what is kept in it: that saves most of the time. */
  @TempDir static Path home;

  private static PgDatabase server;

  private PgDatabase database;
  private CliRun cli;

  @BeforeAll
  static void share(PgDatabase server) {
    ShadowCommandsTest.server = server;
  }

  @AfterAll
  static void dropShadows() {
    server.dropShadows();
  }

  @BeforeEach
  void makeDatabase(org.junit.jupiter.api.TestInfo test) {
    database =
        server.another(
            test.getTestMethod().orElseThrow().getName().toLowerCase(java.util.Locale.ROOT));
    cli =
        CliRun.in(Path.of("db").toAbsolutePath(), home)
            .on(database)
            .with(
                "RETORT_SHADOW_URL",
                "postgresql://postgres@localhost:" + server.port() + "/postgres");
  }

  private void bringTo(String target) {
    BaselineReader.read(List.of(Path.of("db/legacy/migrations_pre_alembic")))
        .scripts()
        .forEach(script -> database.execute(script.sql()));
    assertThat(cli.run("upgrade", target, "--yes").exitCode()).isZero();
  }

  @Test
  void aDatabaseAsItsRevisionsMakeItHasNoDrift() {
    bringTo("0016");
    Result result = cli.run("drift");
    assertThat(result.err()).contains("No drift");
    assertThat(result.out()).isEmpty();
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void whatWasChangedByHandIsDrift() {
    bringTo("0014");
    database.execute("CREATE INDEX by_hand ON orders (side)");
    database.execute("DROP TABLE audit_log CASCADE");
    database.execute("ALTER TABLE orders ALTER side DROP NOT NULL");
    Result result = cli.run("drift");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains(
            "index public.by_hand is in the database, but in no revision",
            "table public.audit_log is missing",
            "table public.orders is not as the revisions make it",
            "column side: ");
    assertThat(result.err()).contains("retort drift --sql", "retort drift --write-revision");
    assertThat(cli.run("drift", "--json").out()).contains("\"drift\": true");
    database.execute(cli.run("drift", "--sql").out());
    assertThat(cli.run("drift").err()).contains("No drift");
  }

  @Test
  void driftBecomesARevisionThatIsProvedAndStamped(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("0001_orders.sql"),
        """
        -- @upgrade
        CREATE TABLE orders (id bigint PRIMARY KEY, side text NOT NULL);
        -- @downgrade
        DROP TABLE orders;
        """);
    CliRun own = CliRun.in(folder, home.resolve("own-drift")).on(database);
    assertThat(own.run("upgrade", "head", "--yes").exitCode()).isZero();
    assertThat(own.run("drift", "--write-revision").err()).contains("No drift");
    database.execute(
        "CREATE INDEX by_hand ON orders (side); ALTER TABLE orders ADD note text DEFAULT 'x';"
            + " COMMENT ON TABLE orders IS 'as placed'");
    Result written = own.run("drift", "--write-revision", "-m", "what the night brought");
    assertThat(written.exitCode()).as(written.out() + written.err()).isZero();
    assertThat(written.out()).contains("0002_what_the_night_brought.sql");
    assertThat(written.err()).contains("Proved on PostgreSQL", "retort stamp 0002");
    Result proved = own.run("verify", "0002");
    assertThat(proved.out()).as(proved.err()).contains("0002  exact");
    assertThat(own.run("stamp", "0002", "--yes").exitCode()).isZero();
    assertThat(own.run("drift").err()).contains("No drift");
    assertThat(own.run("sandbox").out())
        .contains("The sandbox is not running", "shadow server of PostgreSQL", " is running on ");
    assertThat(own.run("sandbox", "stop").out()).contains("is stopped");
    assertThat(own.run("sandbox", "--json").out()).contains("\"postgresql\": ");
  }

  @Test
  void whatBelongsToAnotherRoleIsComparedAsThatRoles() {
    String owner = database.role("deploy");
    database.execute("CREATE TABLE mine (n int); ALTER TABLE mine OWNER TO " + owner);
    server.execute("ALTER DATABASE " + database.name() + " OWNER TO " + owner);
    CliRun own = CliRun.in(ownProject(), home.resolve("own")).on(database).with("PGUSER", owner);
    own =
        own.with(
            "RETORT_SHADOW_URL", "postgresql://postgres@localhost:" + server.port() + "/postgres");
    assertThat(own.run("upgrade", "head", "--yes").exitCode()).isZero();
    database.execute("DROP TABLE mine");
    Result result = own.run("drift");
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("No drift");
  }

  private static Path ownProject() {
    try {
      Path folder = Files.createDirectories(home.resolve("project"));
      Files.writeString(
          folder.resolve("1_orders.sql"),
          """
          -- @upgrade
          CREATE TABLE orders (n serial PRIMARY KEY);
          CREATE VIEW all_orders AS SELECT * FROM orders;
          """);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void someRevisionsAreFoundWithoutTheirVersionTable() {
    assertFound("0007", "0016");
  }

  @Test
  void theBaselineAloneIsFound() {
    BaselineReader.read(List.of(Path.of("db/legacy/migrations_pre_alembic")))
        .scripts()
        .forEach(script -> database.execute(script.sql()));
    assertThat(cli.run("identify").lines().getFirst()).startsWith("base  exact");
    database.execute("CREATE INDEX by_hand ON orders (side)");
    assertThat(cli.run("identify").lines().getFirst()).startsWith("base  1 object differs");
  }

  @Tag("slow")
  @Test
  void everyRevisionIsFoundWithoutItsVersionTable() {
    assertFound(
        "0001", "0004", "0005", "0006", "0007", "0009", "0010", "0011", "0012", "0014", "0017",
        "0018", "0016", "0019", "0020", "0021", "0023");
  }

  private void assertFound(String... revisions) {
    bringTo("0001");
    for (String revision : revisions) {
      assertThat(cli.run("upgrade", revision, "--yes").exitCode()).as(revision).isZero();
      List<String> rows = database.query("SELECT version_num FROM alembic_version ORDER BY 1");
      assertFoundAllTheSame(rows);
      database.execute("DROP TABLE alembic_version");
      Result result = cli.run("identify", "--json");
      assertThat(result.exitCode()).as(revision).isZero();
      assertThat(result.out())
          .as(revision)
          .contains("\"stamp\": \"retort stamp --purge " + first(rows).replace(",", "") + "\"");
      if (BACKFILL.contains(revision)) {
        // It changes rows alone, so the schema cannot tell whether it has run.
        assertThat(result.out()).contains("0018 and 0017 make the same schema");
      }
      List<String> stamp = new ArrayList<>(List.of("stamp", "--purge", "--yes"));
      stamp.addAll(rows);
      assertThat(cli.run(stamp.toArray(String[]::new)).exitCode()).isZero();
    }
  }

  /** One index too many, one column too few, no version table; and put back afterwards. */
  private void assertFoundAllTheSame(List<String> rows) {
    String copy = database.name() + "_copy";
    server.execute("CREATE DATABASE " + copy + " TEMPLATE " + database.name());
    try {
      CliRun there = cli.with("PGDATABASE", copy);
      assertThat(there.run("drift").err()).contains("No drift");
      dropColumn(copy);
      Result result = there.run("identify");
      assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
      assertThat(result.lines().getFirst()).startsWith(first(rows) + "  ");
      assertThat(result.out()).contains("index public.by_hand", "column currency");
    } finally {
      server.execute("DROP DATABASE " + copy + " WITH (FORCE)");
    }
  }

  /**
   * What such a database is found to be first. Of positions with the same schema that is the
   * latest: a backfill changes rows alone, and a merge nothing at all.
   */
  private static String first(List<String> rows) {
    return switch (String.join(", ", rows)) {
      case "0017" -> "0018";
      case "0019, 0020" -> "0021";
      case String other -> other;
    };
  }

  private static void dropColumn(String name) {
    PgDatabase copy = server.named(name);
    copy.execute(
        "DROP TABLE alembic_version; CREATE INDEX by_hand ON orders (side);"
            + " ALTER TABLE instruments DROP COLUMN currency");
  }

  @Test
  void aRowThatNoFileHasLeadsToIdentify() {
    bringTo("0004");
    database.execute("UPDATE alembic_version SET version_num = 'gone'");
    Result result = cli.run("drift");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("'gone'", "retort identify");
    assertThat(cli.run("identify").lines().getFirst()).startsWith("0004  exact");
  }

  @Test
  void aPlanSaysWhatItDoesToThisDatabasesSchema() {
    bringTo("0004");
    database.execute("CREATE TABLE by_hand (n int)");
    Result up = cli.run("plan", "upgrade", "0005", "--schema");
    assertThat(up.exitCode()).as(up.err()).isZero();
    assertThat(up.out())
        .contains("~ table public.audit_log", "+ column actor text")
        .doesNotContain("by_hand");
    assertThat(up.err()).contains("change", "on a shadow without rows");
    assertThat(cli.run("plan", "downgrade", "0001", "--schema").out())
        .contains("- table public.audit_log");
    assertThat(cli.run("plan", "upgrade", "0005", "--schema", "--ddl").out())
        .contains("-CREATE TABLE public.audit_log");
    assertThat(cli.run("plan", "upgrade", "0005", "--schema", "--json").out())
        .contains("\"steps\"", "\"schema\": {", "\"fingerprint_after\"", "\"differences\"");
    assertThat(cli.run("plan", "stamp", "0005", "--schema").err()).contains("A stamp runs nothing");
    assertThat(cli.run("plan", "upgrade", "0005", "--heads", "0004", "--schema").out())
        .contains("+ column actor text");
    assertThat(cli.run("plan", "upgrade", "0005", "--ddl").exitCode()).isEqualTo(2);
  }

  @Test
  void aPlanThatFailsOnThisDatabasesSchemaSaysWhere() {
    bringTo("0004");
    database.execute("ALTER TABLE audit_log ADD actor text");
    Result result = cli.run("plan", "upgrade", "0005", "--schema");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("0005", "actor", "already exists");
  }

  @Test
  void twoRevisionsAreComparedWithoutADatabase() {
    Result result = cli.run("diff", "0004:0005");
    assertThat(result.out()).contains("~ table public.audit_log", "+ column actor text");
    assertThat(cli.run("diff", "0004:0004").err()).contains("The schemas are the same.");
    assertThat(cli.run("diff", "0004:0005", "--ddl").out())
        .contains("-- table public.audit_log", "-CREATE TABLE public.audit_log");
    assertThat(cli.run("diff", "0005:0004", "--json").out()).contains("\"fingerprint\"");
    assertThat(cli.run("diff", "0004").exitCode()).isEqualTo(2);
  }

  @Test
  void someRevisionsOfTheSampleLeadBack() {
    Result result = cli.run("verify", "0009:0011", "-v");
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    assertThat(result.out())
        .contains("0009  exact", "0010  none", "0011  exact")
        .doesNotContain("0012");
    assertThat(cli.run("verify", "0004:0005", "--json").out()).contains("\"verdict\": \"exact\"");
  }

  @Tag("slow")
  @Test
  void everyRevisionOfTheSampleLeadsBack() {
    Result result = cli.run("verify", "-v");
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    assertThat(result.lines()).filteredOn(line -> line.matches("\\d{4}  exact .*")).hasSize(16);
    assertThat(result.out()).contains("0010  none").doesNotContain("no sample rows");
  }

  @Test
  void theDatabaseItselfIsNoShadow() {
    Result result =
        cli.with(
                "RETORT_SHADOW_URL",
                "postgresql://postgres@127.0.0.1:" + database.port() + "/" + database.name())
            .run("schema", "--at", "0001");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("its own database");
  }
}
