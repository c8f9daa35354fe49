package dev.retort.cli.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.testing.CliRun;
import dev.retort.testing.CliRun.Result;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Drift that is turned into revisions, which are proved before they are written. */
@Tag("db")
@ExtendWith(PgExtension.class)
class DriftRevisionTest {
  @TempDir Path folder;

  private PgDatabase database;
  private OwnProject project;
  private CliRun cli;

  @BeforeEach
  void project(PgDatabase database) {
    this.database = database;
    this.project =
        new OwnProject(folder.resolve("p"), database)
            .file(
                "0001_first.sql",
                """
                -- @upgrade
                CREATE TYPE side AS ENUM ('buy', 'sell');
                CREATE TABLE orders (id bigint PRIMARY KEY, side side NOT NULL);
                -- @downgrade
                DROP TABLE orders;
                DROP TYPE side;
                """);
    this.cli = project.cli(folder.resolve("home"));
    assertThat(cli.run("upgrade", "head", "--yes").exitCode()).isZero();
  }

  @AfterEach
  void dropShadows() {
    database.dropShadows();
  }

  @Test
  void belowTheHeadTheUpgradeComesFirst() {
    project.file("0002_next.sql", "ALTER TABLE orders ADD venue text;\n");
    database.execute("CREATE INDEX by_side ON orders (side)");
    Result refused = cli.run("drift", "--write-revision", "--url", url());
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .contains("the database is at 0001, and 1 revision is pending there.")
        .contains("Upgrade it first: retort upgrade head --url ….")
        .doesNotContain("splice");
    assertThat(cli.run("upgrade", "head").exitCode()).isZero();
    assertThat(cli.run("drift", "--write-revision").out()).contains("0003_take_over");

    assertThat(cli.run("stamp", "base").exitCode()).isZero();
    Result atBase = cli.run("drift", "--write-revision", "--json");
    assertThat(atBase.exitCode()).isEqualTo(2);
    assertThat(atBase.out())
        .contains("\"pending\": [ \"0001\", \"0002\", \"0003\" ]")
        .contains("the database is at base, and 3 revisions are pending there.");
  }

  private String url() {
    return "postgresql://postgres@localhost:" + database.port() + "/" + database.name();
  }

  @Test
  void anEnumValueThatIsUsedTakesTwoRevisions() {
    database.execute("ALTER TYPE side ADD VALUE 'short'");
    database.execute("ALTER TABLE orders ALTER side SET DEFAULT 'short'");
    Result result = cli.run("drift", "--write-revision", "-m", "short selling");
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    assertThat(result.out())
        .contains("0002_short_selling_enum_values.sql", "0003_short_selling.sql");
    assertThat(cli.run("stamp", "0003", "--yes").exitCode()).isZero();
    assertThat(cli.run("drift").err()).contains("No drift");
    assertThat(cli.run("verify", "0002:0003").exitCode()).isZero();
  }

  @Test
  void theWayBackToAnEnumValueThatWasUsedTakesTwoRevisions() {
    database.execute(
        "DROP TABLE orders; DROP TYPE side; CREATE TYPE side AS ENUM ('sell');"
            + "CREATE TABLE orders (id bigint PRIMARY KEY, side side NOT NULL DEFAULT 'sell')");
    cli.run("drift", "--write-revision");
    cli.run("stamp", "0002", "--yes");
    database.execute(
        "DROP TABLE orders; DROP TYPE side; CREATE TYPE side AS ENUM ('buy', 'sell');"
            + "CREATE TABLE orders (id bigint PRIMARY KEY, side side NOT NULL DEFAULT 'buy')");
    String sql = cli.run("drift", "--sql").out();
    assertThat(sql).doesNotContain("not in\n-- the same transaction");
    Result there = cli.run("drift", "--write-revision", "-m", "buy by default");
    assertThat(there.out())
        .contains("0003_buy_by_default_enum_values.sql", "0004_buy_by_default.sql");
    assertThat(cli.run("stamp", "0004", "--yes").exitCode()).isZero();
    database.execute(
        "DROP TABLE orders; DROP TYPE side; CREATE TYPE side AS ENUM ('sell');"
            + "CREATE TABLE orders (id bigint PRIMARY KEY, side side NOT NULL DEFAULT 'sell')");
    assertThat(cli.run("drift", "--sql").out())
        .contains("ADD VALUE 'buy'", "not in\n-- the same transaction");
    assertThat(cli.run("drift", "--json").out()).containsOnlyOnce("\"after_commit\": true");
    Result back = cli.run("drift", "--write-revision", "-m", "no buy");
    assertThat(back.exitCode()).as(back.out() + back.err()).isZero();
    assertThat(back.out()).contains("0005_no_buy.sql", "0006_no_buy_enum_values_that_go.sql");
    assertThat(cli.run("verify", "0005:0006").exitCode()).isZero();
  }

  @Test
  void aFunctionIsMadeWithoutBeingCheckedAndTheSettingEndsWithIt() throws IOException {
    database.execute(
        "CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM orders'");
    assertThat(cli.run("drift", "--write-revision").exitCode()).isZero();
    String written = Files.readString(project.path("0002_take_over_what_was_changed_by_hand.sql"));
    assertThat(written)
        .containsOnlyOnce("SET check_function_bodies = false")
        .containsOnlyOnce("RESET check_function_bodies");
  }

  @Test
  void whatCannotBeProvedIsNotWritten() {
    // The shadow would need a library that is not there.
    database.execute(
        "CREATE FUNCTION elsewhere() RETURNS int LANGUAGE c AS '$libdir/plpgsql',"
            + " 'plpgsql_call_handler'");
    database.execute("UPDATE pg_proc SET probin = '$libdir/gone' WHERE proname = 'elsewhere'");
    Result result = cli.run("drift", "--write-revision");
    assertThat(result.exitCode()).as(result.out()).isEqualTo(4);
    assertThat(result.err()).contains("failed its proof");
    assertThat(project.path("").toFile().list()).hasSize(1);
  }

  @Test
  void asJsonItSaysWhatDriftedAndWhatWasWritten() {
    database.execute("CREATE INDEX by_hand ON orders (side)");
    assertThat(cli.run("drift", "--json").out())
        .contains("\"drift\": true", "\"differences\"", "\"not_reordered\"");
    Result result = cli.run("drift", "--write-revision", "--json");
    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("\"drift\": true", "\"revision\": \"0002\"", "\"revisions\": [");
    assertThat(cli.run("stamp", "0002", "--yes").exitCode()).isZero();
    Result none = cli.run("drift", "--write-revision", "--json");
    assertThat(none.exitCode()).isZero();
    assertThat(none.out()).contains("\"drift\": false").doesNotContain("\"revisions\"");
  }

  @Test
  void aColumnThatMayHaveBeenRenamedIsSaidToBeAGuess() {
    database.execute("ALTER TABLE orders RENAME side TO direction");
    assertThat(cli.run("drift").out()).contains("perhaps renamed to direction: a guess");
    assertThat(cli.run("drift", "--sql").out())
        .contains(
            "that is a guess", "--   ALTER TABLE public.orders RENAME COLUMN direction TO side;");
    assertThat(cli.run("drift", "--json").out()).contains("perhaps_instead", "perhaps_renamed");
  }
}
