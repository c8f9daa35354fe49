package dev.retort.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.profile.resolve.Wish;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.ui.widget.Theme;
import dev.retort.ui.widget.objects.ObjectLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import org.fxmisc.richtext.GenericStyledArea;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Schemas, ways back and drift in the whole window. The shadows are made on the tests' own server.
 */
@Tag("fx")
@Tag("window")
@Tag("db")
@ExtendWith(PgExtension.class)
class SchemaWindowTest {
  private static PgDatabase server;

  private @TempDir Path home;
  private PgDatabase database;
  private WindowRig rig;

  @BeforeAll
  static void share(PgDatabase server) {
    SchemaWindowTest.server = server;
  }

  @AfterAll
  static void dropShadows() {
    server.dropShadows();
  }

  @AfterEach
  void close() throws TimeoutException {
    rig.close();
  }

  @BeforeEach
  void begin(TestInfo test) {
    String name = test.getTestMethod().orElseThrow().getName();
    database = server.another(name.substring(0, 12).toLowerCase(Locale.ROOT));
    rig =
        new WindowRig(
            home,
            Map.of(
                "RETORT_SHADOW_URL",
                "postgresql://postgres@localhost:" + server.port() + "/postgres"));
  }

  private void file(String id, String revises, String message, String up, String down) {
    WindowRig.write(
        rig.projectFolder().resolve("migrations/" + id + "_r.sql"),
        """
        -- %s
        --
        -- Revision ID: %s
        -- Revises: %s
        -- Create Date: 2025-02-12 10:00:00+00:00

        -- @upgrade
        %s

        -- @downgrade
        %s
        """
            .formatted(message, id, revises, up, down));
  }

  /** One that leaves an index behind, and one whose way back loses what was in a column. */
  private void badWaysBack() {
    file(
        "0003",
        "0002",
        "slice size on orders",
        "ALTER TABLE orders ADD slice_size numeric(18, 4);\n"
            + "CREATE INDEX orders_slices_idx ON orders (id, slice_size);",
        "DROP INDEX orders_slices_idx; ALTER TABLE orders DROP slice_size;\n"
            + "CREATE INDEX left_behind ON orders (id);");
    file(
        "0004",
        "0003",
        "orders have no quantity",
        "ALTER TABLE orders DROP quantity;",
        "ALTER TABLE orders ADD quantity numeric(18, 4) NOT NULL DEFAULT 0;\n"
            + "ALTER TABLE orders ALTER quantity DROP DEFAULT;");
  }

  /** What the first two revisions make, as if they had run. */
  private void bringToSecond() {
    database.execute(
        "CREATE TABLE orders (id bigint PRIMARY KEY, quantity numeric(18, 4) NOT NULL);"
            + "CREATE TABLE audit_log (id bigint PRIMARY KEY, at timestamptz NOT NULL DEFAULT"
            + " now());");
  }

  private void at(String revision) {
    database.execute(
        "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY);"
            + " INSERT INTO alembic_version VALUES ('"
            + revision
            + "')");
  }

  private void show(String expected) throws TimeoutException {
    rig.own(
            "[profiles.staging]\nurl = \"%s\"\nenvironment = \"staging\"\n"
                .formatted(WindowRig.url(database)))
        .show(Wish.profile("staging"), Theme.LIGHT, 1000, 700);
    rig.await(expected, () -> rig.text("#position").equals(expected));
  }

  @Test
  void theSchemaAtARevisionAndBetweenTwoIsShown() throws Exception {
    badWaysBack();
    file("0005", "0004", "does not run", "ALTER TABLE no_such_table ADD n int;", "");
    show("at base");
    select(1);
    tab("Schema");
    rig.await("the schema", () -> sql("#schema-ddl").contains("CREATE TABLE public.orders"));
    assertFalse(sql("#schema-ddl").contains("quantity"), sql("#schema-ddl"));
    assertEquals(List.of("- column quantity numeric(18,4) not null"), details("#schema-objects"));
    rig.shoot("schema-here");
    rig.click("#schema-all");
    rig.await("all objects", () -> names("#schema-objects").contains("audit_log"));

    select(0);
    rig.await("the failure", () -> rig.text("#schema-failed").contains("no_such_table"));
    assertTrue(rig.text("#schema-failed").contains("Revision 0005"), rig.text("#schema-failed"));
    rig.shoot("schema-here-fails");

    rig.robot().interact(() -> revisions().getSelectionModel().clearSelection());
    rig.robot().interact(() -> revisions().getSelectionModel().selectIndices(1, 3));
    tab("Schema between");
    rig.await("the difference", () -> names("#between-objects").contains("orders_slices_idx"));
    rig.shoot("schema-between");
  }

  @Test
  void aPlanShowsWhatItChangesAndItsWayBackIsProved() throws Exception {
    badWaysBack();
    bringToSecond();
    at("0002");
    database.execute("CREATE INDEX by_hand ON audit_log (at)");
    show("at 0002");
    rig.await("a plan", () -> rig.text("#target-words").contains("2 steps"));
    rig.click("#review");
    rig.await("review", () -> rig.visible("#run"));
    tab("Schema diff");
    rig.await(
        "what changes",
        () -> names("#what-changes").equals(List.of("orders", "orders_slices_idx")));
    rig.shootForReadme("review-schema-diff");
    assertFalse(rig.visible("#schema-of-step"), "nothing is chosen yet");
    rig.robot().interact(() -> rig.node("#steps", ListView.class).getSelectionModel().select(1));
    rig.await("one step", () -> sql("#step-schema-diff-before-text").contains("quantity"));
    assertFalse(sql("#step-schema-diff-after-text").contains("quantity"));
    assertFalse(sql("#step-schema-diff-after-text").contains("orders_slices_idx"));
    assertTrue(rig.node("#schema-of-step", ToggleButton.class).getText().equals("Only 0004"));
    rig.shoot("review-schema-step");
    rig.robot().interact(() -> rig.node("#steps", ListView.class).getSelectionModel().select(0));
    rig.await("the other", () -> sql("#step-schema-diff-after-text").contains("orders_slices_idx"));
    rig.click("#schema-of-plan");
    rig.await("the whole", () -> rig.visible("#plan-schema-diff"));
    assertFalse(rig.visible("#step-schema-diff"));

    tab("Way back");
    rig.click("#prove");
    rig.await("the proof", () -> rig.session().roundTrips().proof().answer().isPresent());
    assertTrue(
        tabTitle("#tab-way-back").endsWith("▲ 1  ✗ 1"),
        () -> tabTitle("#tab-way-back") + rig.session().roundTrips().knownProperty().get());
    rig.click("#difference-0003");
    rig.await("difference", () -> rig.visible("#proof-diff"));
    rig.shoot("review-way-back-proved");
    rig.click("#back");

    rig.await(
        "the line", () -> rig.text("#proof-line-words").contains("1 does not lead back: 0003"));
    select(1);
    tab("Proof");
    rig.shoot("graph-proved");
    assertEquals(
        List.of("by_hand"),
        database.query("SELECT indexname FROM pg_indexes WHERE indexname = 'by_hand'"));
  }

  @Test
  void aStampChangesNoSchema() throws Exception {
    show("at base");
    rig.click("#command-stamp");
    rig.await(
        "a plan",
        () -> rig.text("#target-words").toLowerCase(java.util.Locale.ROOT).contains("writes"));
    rig.click("#review");
    rig.await("review", () -> rig.visible("#run"));
    assertEquals(
        "Writes the version table alone: none of the revisions' SQL runs · Will ask nothing",
        rig.text("#run-message"));
    tab("Schema diff");
    assertTrue(rig.text("#plan-schema-nothing").startsWith("A stamp changes no schema"));
    rig.shoot("review-stamp-schema");
  }

  @Test
  void driftIsShownObjectByObjectAndBecomesARevision() throws Exception {
    bringToSecond();
    at("0002");
    show("at 0002");
    rig.click("#view-drift");
    rig.await("agreement", () -> rig.text("#drift-agrees").equals("staging is as 0002 makes it."));
    rig.shoot("drift-none");

    database.execute("CREATE INDEX by_hand ON orders (quantity)");
    database.execute("ALTER TABLE audit_log DROP COLUMN at");
    rig.click("#drift-look-again");
    rig.await("drift", () -> rig.text("#drift-words").equals("2 objects differ from 0002."));
    assertEquals(List.of("audit_log", "by_hand"), names("#drift-objects"));
    rig.shoot("drift");
    tab("Statements that bring it back");
    assertTrue(sql("#drift-sql").contains("DROP INDEX public.by_hand;"), sql("#drift-sql"));
    rig.shoot("drift-statements");

    rig.click("#drift-revision");
    rig.type("#drift-message", "what the night brought");
    rig.shoot("drift-message");
    rig.click("#write-revision");
    rig.await("the file", () -> rig.visible("#show-revision"));
    try (var files = Files.list(rig.projectFolder().resolve("migrations"))) {
      assertTrue(files.anyMatch(file -> file.toString().contains("what_the_night_brought")));
    }
    rig.await("the row", () -> revisions(3));
    rig.robot().interact(() -> rig.node("#show-revision", Button.class).fire());
    rig.await("the graph", () -> rig.visible("#revisions"));
    rig.await("selected", () -> revisions().getSelectionModel().getSelectedItems().size() == 1);
  }

  private boolean revisions(int count) {
    return rig.session()
        .projectProperty()
        .get()
        .filter(project -> project.graph().revisions().size() == count)
        .isPresent();
  }

  @Test
  void aRowThatNoFileHasLeadsToTheStampOfWhatTheDatabaseIs() throws Exception {
    bringToSecond();
    at("ae1027a6acf");
    database.execute("ALTER TABLE orders ADD by_hand int");
    show("at ae1027a6acf");
    rig.click("#view-drift");
    rig.await("the obstacle", () -> rig.visible("#drift-identify"));
    rig.shoot("drift-unknown");
    rig.click("#view-graph");
    select(0);
    rig.click("#ghost-identify");
    rig.await("candidates", () -> rig.text("#identify-words").startsWith("No revision makes"));
    assertEquals(List.of("orders"), names("#candidate-objects"));
    rig.shoot("identify");
    database.execute("ALTER TABLE orders DROP by_hand");
    rig.click("#drift-look-again");
    rig.await(
        "exact", () -> rig.text("#identify-words").equals("staging is exactly what 0002 makes."));
    rig.shoot("identify-exact");
    rig.click("#identify-stamp");
    rig.await("review", () -> rig.visible("#run"));
    rig.click("#run");
    rig.await("over", () -> rig.visible("#close-run"));
    rig.click("#close-run");
    rig.await("at 0002", () -> rig.text("#position").equals("at 0002"));
  }

  @Test
  void tablesWithoutAVersionTableAreNotSimplyAtBase() throws Exception {
    bringToSecond();
    show("no version table");
    rig.await("the banner", () -> rig.visible("#unversioned"));
    rig.shoot("unversioned");
    rig.click("#view-schema");
    rig.await("the schema", () -> names("#database-schema-objects").contains("orders"));
    rig.shoot("schema-database");
    rig.click("#view-graph");
    rig.click("#find-unversioned");
    rig.await(
        "exact", () -> rig.text("#identify-words").equals("staging is exactly what 0002 makes."));
  }

  private void select(int row) {
    rig.robot().interact(() -> revisions().getSelectionModel().clearAndSelect(row));
  }

  private void tab(String title) {
    rig.await(
        title,
        () -> {
          for (TabPane pane : rig.robot().lookup(".tab-pane").queryAllAs(TabPane.class)) {
            for (Tab tab : pane.getTabs()) {
              if (pane.getScene() != null && (tab.getText() + "  ").startsWith(title + "  ")) {
                pane.getSelectionModel().select(tab);
                return true;
              }
            }
          }
          return false;
        });
  }

  private String tabTitle(String id) {
    for (TabPane pane : rig.robot().lookup(".tab-pane").queryAllAs(TabPane.class)) {
      for (Tab tab : pane.getTabs()) {
        if (id.equals("#" + tab.getId())) {
          return tab.getText();
        }
      }
    }
    return "";
  }

  @SuppressWarnings("unchecked")
  private ListView<Object> revisions() {
    return rig.node("#revisions", ListView.class);
  }

  private List<String> names(String id) {
    return objects(id).stream().map(ObjectLine::name).toList();
  }

  private List<String> details(String id) {
    return objects(id).stream().flatMap(one -> one.details().stream()).toList();
  }

  @SuppressWarnings("unchecked")
  private List<ObjectLine> objects(String id) {
    return rig.robot()
        .lookup(id)
        .tryQueryAs(ListView.class)
        .map(list -> List.copyOf(((ListView<ObjectLine>) list).getItems()))
        .orElse(List.of());
  }

  private String sql(String id) {
    return rig.robot()
        .lookup(id)
        .tryQueryAs(GenericStyledArea.class)
        .map(area -> area.getText())
        .orElse("");
  }
}
