package dev.retort.postgres.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.revision.Script;
import dev.retort.revision.WayBack;
import dev.retort.shadow.ObjectChange;
import dev.retort.shadow.RoundTrip;
import dev.retort.shadow.RoundTrip.Verdict;
import dev.retort.shadow.rows.Loss;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Each verdict, on a revision made to have it. */
@Tag("db")
@ExtendWith(PgExtension.class)
class RoundTripTest {
  private static final String GROUND =
      """
      CREATE TABLE orders (
        id integer PRIMARY KEY,
        slices integer DEFAULT 1,
        state text CHECK (state IN ('new', 'done')),
        note varchar(40));
      CREATE INDEX by_state ON orders (state) WITH (fillfactor = 70);
      CREATE FUNCTION total() RETURNS integer LANGUAGE sql AS 'SELECT 1';
      COMMENT ON TABLE orders IS 'of clients';
      """;

  @TempDir Path folder;

  private static PgDatabase database;

  private ShadowRig rig;

  /** One for all tests, and so is what is kept of the baseline: that saves half the time. */
  @BeforeAll
  static void share(PgDatabase database) {
    RoundTripTest.database = database;
  }

  @BeforeEach
  void begin() {
    rig = new ShadowRig(database, folder);
    rig.baseline(GROUND);
  }

  @AfterAll
  static void dropShadows(@TempDir Path folder) {
    new ShadowRig(database, folder).close();
  }

  private RoundTrip trip(String up, String down) {
    rig.revision("r", up, down);
    return rig.verify("r").getFirst();
  }

  private static List<String> words(List<ObjectChange> changes) {
    return changes.stream().map(ObjectChange::display).toList();
  }

  private static List<String> losses(RoundTrip trip) {
    return trip.rows().orElseThrow().losses().stream().map(Loss::display).toList();
  }

  /** The verdict is that something differs, and it is this. */
  private void assertDiffers(String up, String down, String... changes) {
    RoundTrip trip = trip(up, down);
    assertThat(trip.verdict()).isEqualTo(Verdict.DIFFERS);
    assertThat(words(trip.back())).containsExactly(changes);
  }

  @Test
  void aWayThatLeadsBackIsExact() {
    RoundTrip trip =
        trip(
            "CREATE TABLE more (n int); ALTER TABLE orders ADD x int",
            "ALTER TABLE orders DROP x; DROP TABLE more");
    assertThat(trip.verdict()).isEqualTo(Verdict.EXACT);
    assertThat(trip.back()).isEmpty();
    assertThat(trip.again()).isEmpty();
    assertThat(losses(trip)).isEmpty();
    assertThat(trip.rows().orElseThrow().skipped()).isEmpty();
  }

  @Test
  void aColumnThatComesBackAtTheEndIsAnotherOrder() {
    RoundTrip trip =
        trip("ALTER TABLE orders DROP slices", "ALTER TABLE orders ADD slices integer DEFAULT 1");
    assertThat(trip.verdict()).isEqualTo(Verdict.COLUMN_ORDER);
    assertThat(losses(trip))
        .containsExactly("public.orders.slices: 19 of 20 values changed on the way back");
  }

  @Test
  void whatAColumnHeldIsLostWithIt() {
    RoundTrip trip =
        trip("ALTER TABLE orders DROP note", "ALTER TABLE orders ADD note varchar(40)");
    assertThat(trip.verdict()).isEqualTo(Verdict.EXACT);
    assertThat(trip.rows().orElseThrow().failure()).isEmpty();
    assertThat(losses(trip))
        .containsExactly("public.orders.note: 20 of 20 values lost on the way back");
  }

  @Test
  void rowsThatAreDeletedAreLost() {
    RoundTrip trip = trip("DELETE FROM orders WHERE id > 15", "SELECT 1");
    assertThat(trip.verdict()).isEqualTo(Verdict.EXACT);
    assertThat(losses(trip)).containsExactly("public.orders: 5 of 20 rows lost on the way back");
  }

  @Test
  void aColumnThatRowsCannotHaveIsSaidOfRowsAlone() {
    RoundTrip trip =
        trip("ALTER TABLE orders ADD x int NOT NULL", "ALTER TABLE orders DROP COLUMN x");
    assertThat(trip.verdict()).isEqualTo(Verdict.EXACT);
    assertThat(trip.rows().orElseThrow().failure().orElseThrow().message())
        .contains("contains null values");
  }

  @Test
  void aFunctionBodyThatIsNotRestoredDiffers() {
    assertDiffers(
        "CREATE OR REPLACE FUNCTION total() RETURNS integer LANGUAGE sql AS 'SELECT 2'",
        "CREATE OR REPLACE FUNCTION total() RETURNS integer LANGUAGE sql AS 'SELECT 3'",
        "function public.total() is other");
  }

  @Test
  void aGrantThatIsLostDiffers() {
    String role = database.role("reader");
    rig.baseline(GROUND + "GRANT SELECT ON orders TO " + role + ";");
    assertDiffers(
        "REVOKE ALL ON orders FROM " + role,
        "GRANT INSERT ON orders TO " + role,
        "table public.orders is other");
  }

  @Test
  void aCommentThatIsLostDiffers() {
    assertDiffers(
        "COMMENT ON TABLE orders IS 'of all'",
        "COMMENT ON TABLE orders IS NULL",
        "table public.orders is other");
  }

  @Test
  void aDefaultThatIsOtherDiffers() {
    assertDiffers(
        "ALTER TABLE orders ALTER slices SET DEFAULT 2",
        "ALTER TABLE orders ALTER slices DROP DEFAULT",
        "table public.orders is other");
  }

  @Test
  void aSequenceThatIsLeftBehindFailsOrDiffers() {
    assertDiffers(
        "CREATE SEQUENCE IF NOT EXISTS counter; CREATE TABLE counted (n int)",
        "DROP TABLE counted",
        "sequence public.counter is left behind");
  }

  @Test
  void anIndexThatIsRebuiltWithOtherOptionsDiffers() {
    assertDiffers(
        "DROP INDEX by_state",
        "CREATE INDEX by_state ON orders (state)",
        "index public.by_state is other");
  }

  @Test
  void aCheckThatIsWidenedDiffers() {
    assertDiffers(
        """
        ALTER TABLE orders DROP CONSTRAINT orders_state_check;
        ALTER TABLE orders ADD CONSTRAINT orders_state_check CHECK (state IN ('new', 'x'))
        """,
        """
        ALTER TABLE orders DROP CONSTRAINT orders_state_check;
        ALTER TABLE orders ADD CONSTRAINT orders_state_check CHECK (state IN ('new', 'done', 'x'))
        """,
        "table public.orders is other");
  }

  @Test
  void whatIsOnlyOtherTheSecondTimeDiffers() {
    RoundTrip trip =
        trip(
            """
            DO $$ BEGIN
              IF to_regclass('seen') IS NULL THEN CREATE TABLE a (n int); ELSE CREATE TABLE b (); END IF;
            END $$;
            CREATE UNLOGGED TABLE IF NOT EXISTS seen ()
            """,
            "DROP TABLE IF EXISTS a, b");
    assertThat(trip.verdict()).isEqualTo(Verdict.DIFFERS);
    assertThat(words(trip.again()))
        .containsExactly("table public.a is missing", "table public.b is left behind");
  }

  @Test
  void aWayBackThatDoesNotRunIsNamed() {
    RoundTrip trip = trip("CREATE TABLE a (n int)", "DROP TABLE b");
    assertThat(trip.verdict()).isEqualTo(Verdict.DOWN_FAILS);
    assertThat(trip.failure().orElseThrow().message()).contains("\"b\" does not exist");
  }

  @Test
  void anUpgradeThatFindsRowsOfItsOwnInTheWayDoesNotRunAgain() {
    rig.baseline(GROUND + "CREATE TABLE kinds (name text PRIMARY KEY);");
    RoundTrip trip = trip("INSERT INTO kinds VALUES ('x')", "SELECT 1");
    assertThat(trip.verdict()).isEqualTo(Verdict.UP_AGAIN_FAILS);
    assertThat(trip.back()).isEmpty();
    assertThat(trip.failure().orElseThrow().message()).contains("duplicate key");
  }

  @Test
  void noWayBackIsSaidAsTheFileSaysIt() {
    rig.revision("r", Script.of("CREATE TABLE a ()"), new WayBack.Irreversible("keys are gone"));
    rig.revision("s", Script.of("CREATE TABLE b ()"), new WayBack.Missing());
    rig.revision("t", Script.of(""), new WayBack.Missing());
    assertThat(rig.verify("t"))
        .extracting(RoundTrip::verdict)
        .containsExactly(Verdict.NONE, Verdict.MISSING, Verdict.EXACT);
    assertThat(rig.opened()).isZero();
  }

  @Test
  void whatComesAfterARevisionThatDoesNotRunIsNotReached() {
    rig.revision("r", "CREATE TABLE a ()", "DROP TABLE a");
    rig.revision("s", "CREATE TABLE orders ()", "DROP TABLE orders");
    rig.revision("t", "CREATE TABLE b ()", "DROP TABLE b");
    rig.revision("u", "CREATE TABLE c ()", "DROP TABLE c");
    assertThat(rig.verify("u"))
        .extracting(RoundTrip::verdict)
        .containsExactly(Verdict.EXACT, Verdict.UP_FAILS, Verdict.NOT_REACHED, Verdict.NOT_REACHED);
  }

  @Test
  void aRevisionAfterOneThatDoesNotLeadBackIsTriedOnSoundGround() {
    rig.revision("r", "CREATE TABLE a ()", "SELECT 1");
    rig.revision("s", "DROP TABLE a", "CREATE TABLE a ()");
    List<RoundTrip> trips = rig.verify("s");
    assertThat(trips)
        .extracting(RoundTrip::verdict)
        .containsExactly(Verdict.UP_AGAIN_FAILS, Verdict.EXACT);
  }

  @Test
  void verdictsAreKnownTheSecondTimeUntilTheWayBackIsAnother() {
    List<RoundTrip> first = List.of(trip("CREATE TABLE a (n int)", "DROP TABLE b"));
    assertThat(rig.verify("r")).isEqualTo(first);
    assertThat(rig.opened()).isEqualTo(1);
    ShadowRig other = new ShadowRig(database, folder);
    other.baseline(GROUND);
    other.revision("r", "CREATE TABLE a (n int)", "DROP TABLE a");
    assertThat(other.verify("r").getFirst().verdict()).isEqualTo(Verdict.EXACT);
  }

  @Test
  void whatCannotBeInATransactionGoesRoundAsWell() {
    rig.revision(
        "r",
        ShadowRig.autocommit("CREATE INDEX CONCURRENTLY i ON orders (note)"),
        new WayBack.Downgrade(ShadowRig.autocommit("DROP INDEX CONCURRENTLY i")));
    assertThat(rig.verify("r").getFirst().verdict()).isEqualTo(Verdict.EXACT);
  }

  @Test
  void nothingIsLeftOnTheServerButWhatIsKept() {
    trip("CREATE TABLE a (n int)", "DROP TABLE b");
    assertThat(rig.databases()).allMatch(name -> name.matches(ShadowNames.KEPT_PATTERN));
  }
}
