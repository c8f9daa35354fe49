package dev.retort.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.ui.author.DraftModel;
import dev.retort.ui.author.MergePage;
import dev.retort.ui.widget.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.paint.Paint;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The palette, and what writes files, through the window on a real database. */
@Tag("fx")
@Tag("window")
@Tag("db")
@ExtendWith(PgExtension.class)
class WritingWindowTest {
  private @TempDir Path home;
  private WindowRig rig;

  @BeforeEach
  void make() {
    rig = new WindowRig(home);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private void show(PgDatabase database) throws Exception {
    rig.showOn(database, Theme.LIGHT);
    rig.await("the position", () -> rig.text("#position").equals("at base"));
  }

  private void third() {
    WindowRig.write(
        rig.projectFolder().resolve("migrations/0003_venues.sql"),
        """
        -- slices get a venue
        --
        -- Revision ID: 0003
        -- Revises: 0001
        -- Create Date: 2025-01-14 10:00:00+00:00

        -- @upgrade
        ALTER TABLE orders ADD COLUMN venue text;

        -- @downgrade
        ALTER TABLE orders DROP COLUMN venue;
        """);
  }

  private void keys(KeyCode... codes) {
    rig.robot().push(codes);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private ListView<?> list(String id) {
    return rig.node(id, ListView.class);
  }

  private String selected() {
    return rig.visible("#revisions")
        ? String.valueOf(list("#revisions").getSelectionModel().getSelectedItem())
        : "";
  }

  @Test
  void thePaletteFindsActionsAndRevisionsByKeyboardAlone(PgDatabase database) throws Exception {
    show(database);
    keys(KeyCode.CONTROL, KeyCode.K);
    rig.await("the palette", () -> rig.visible("#palette"));
    rig.shoot("palette");
    rig.type("#palette-field", "audit");
    rig.shoot("palette-revision");
    keys(KeyCode.ENTER);
    rig.await("the revision", () -> selected().contains("0002"));
    assertFalse(rig.visible("#palette"));

    keys(KeyCode.CONTROL, KeyCode.K);
    rig.type("#palette-field", "rebase sel");
    keys(KeyCode.ESCAPE);
    assertFalse(rig.visible("#palette"));
    assertFalse(rig.visible("#rebase-page"));

    keys(KeyCode.CONTROL, KeyCode.K);
    rig.type("#palette-field", "new rev");
    keys(KeyCode.ENTER);
    rig.await("the page", () -> rig.visible("#new-revision-page"));
    keys(KeyCode.ESCAPE);
    rig.await("the rows", () -> rig.visible("#revisions"));
    // What was used last is first, also when the client is started again.
    assertTrue(
        Files.readAllLines(home.resolve("retort/data/actions")).getFirst().equals("new-revision"));
  }

  @Test
  void theKeysWorkAndAreOnTheSheet(PgDatabase database) throws Exception {
    show(database);
    rig.robot().interact(() -> list("#revisions").requestFocus());
    rig.robot().write("?");
    rig.await("the sheet", () -> rig.visible("#key-sheet"));
    rig.shoot("key-sheet");
    keys(KeyCode.ESCAPE);
    assertFalse(rig.visible("#key-sheet"));
    rig.robot().write("/");
    rig.await("the filter", () -> rig.node("#revision-filter", TextField.class).isFocused());
    rig.click("#actions");
    rig.await("the palette", () -> rig.visible("#palette"));
    keys(KeyCode.ESCAPE);
    rig.node("#target", TextField.class);
    rig.click("#target");
    double before = list("#revisions").getFixedCellSize();
    keys(KeyCode.CONTROL, KeyCode.MINUS);
    assertTrue(list("#revisions").getFixedCellSize() < before);
    keys(KeyCode.CONTROL, KeyCode.DIGIT0);
    assertEquals(before, list("#revisions").getFixedCellSize());
    keys(KeyCode.CONTROL, KeyCode.F);
    rig.await("the filter", () -> rig.node("#revision-filter", TextField.class).isFocused());
    keys(KeyCode.CONTROL, KeyCode.ENTER);
    rig.await("the review", () -> rig.visible("#pending-sql"));
    keys(KeyCode.ESCAPE);
    rig.await("the rows", () -> rig.visible("#revisions"));
  }

  @Test
  void aNewRevisionIsShownBeforeItIsWrittenAndSelectedAfterwards(PgDatabase database)
      throws Exception {
    show(database);
    rig.robot().interact(() -> list("#revisions").requestFocus());
    rig.robot().write("n");
    rig.await("the page", () -> rig.visible("#new-revision-page"));
    rig.type("#draft-message", "index orders by venue");
    rig.await("the path", () -> rig.text("#draft-path").endsWith("0003_index_orders_by_venue.sql"));
    rig.shoot("new-revision");
    rig.type("#draft-id", "0002");
    rig.await("the error", () -> rig.text("#draft-id-error").contains("already"));
    rig.type("#draft-parents", "0001");
    rig.type("#draft-id", "");
    rig.await("the error", () -> rig.text("#draft-parents-error").contains("not a head"));
    rig.shoot("new-revision-wrong");
    rig.type("#draft-parents", "head");
    rig.await("the path", () -> rig.text("#draft-path").contains("0003_"));
    rig.click("#write-author");
    rig.await("the revision", () -> selected().contains("0003"));
    Path file = rig.projectFolder().resolve("migrations/0003_index_orders_by_venue.sql");
    assertTrue(Files.readString(file).contains("-- Revises: 0002"));
    assertTrue(rig.visible("#copy-path"));
    rig.shoot("new-revision-written");
  }

  @Test
  void theThemeIsChangedUnderAFormAsWell(PgDatabase database) throws Exception {
    show(database);
    rig.robot().interact(() -> list("#revisions").requestFocus());
    rig.robot().write("n");
    rig.await("the page", () -> rig.visible("#new-revision-page"));
    Paint dark = background("#draft-message");
    rig.click("#theme");
    rig.await("the other theme", () -> !background("#draft-message").equals(dark));
    Paint light = background("#draft-message");
    rig.click("#theme");
    rig.await("the first theme again", () -> background("#draft-message").equals(dark));
    assertNotEquals(light, dark);
    rig.shootAsItIs("theme-changed");
  }

  private Paint background(String id) {
    List<BackgroundFill> fills = rig.node(id, TextField.class).getBackground().getFills();
    return fills.getLast().getFill();
  }

  @Test
  void headsAreMergedFromTheLineAboveTheGraph(PgDatabase database) throws Exception {
    third();
    show(database);
    rig.await("the line", () -> rig.visible("#heads-line"));
    assertEquals("2 heads: 0002 and 0003", rig.text("#heads-words"));
    rig.shoot("heads-line");
    rig.click("#merge-heads");
    rig.await("the path", () -> rig.text("#draft-path").contains("0004_merge_0002_and_0003"));
    rig.shoot("merge");
    DraftModel left = rig.node("#merge-page", MergePage.class).model();
    keys(KeyCode.ESCAPE);
    rig.click("#merge-heads");
    rig.await("the path", () -> rig.text("#draft-path").contains("0004_merge_0002_and_0003"));
    rig.click("#write-author");
    rig.await("the merge", () -> selected().contains("0004"));
    assertEquals(
        "0004",
        left.draftProperty().get().orElseThrow().id().value(),
        "the page that was left follows the files no more");
    rig.await("one head", () -> !rig.visible("#heads-line"));
    assertEquals("1 head", rig.text("#heads"));
    assertEquals("pending", rig.text("#inspector-state"));
    rig.shoot("merged");
  }

  @Test
  void aRevisionIsMovedUnlessTheDatabaseHasIt(PgDatabase database) throws Exception {
    third();
    database.execute(
        "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY);"
            + " INSERT INTO alembic_version VALUES ('0002')");
    rig.showOn(database, Theme.LIGHT);
    rig.await("the position", () -> rig.text("#position").equals("at 0002"));
    rig.await("the line", () -> rig.visible("#heads-line"));
    rig.click("#rebase-heads");
    rig.await("the page", () -> rig.visible("#rebase-page"));
    rig.await("the change", () -> !rig.node("#write-author", Button.class).isDisabled());
    rig.shoot("rebase");
    rig.type("#rebase-revisions", "0002");
    rig.type("#rebase-onto", "0003");
    rig.await("the refusal", () -> rig.text("#author-trouble").contains("has 0002 applied"));
    assertTrue(rig.node("#write-author", Button.class).isDisabled());
    rig.shoot("rebase-refused");
    rig.type("#rebase-revisions", "0003");
    rig.type("#rebase-onto", "0002");
    rig.await("the change", () -> !rig.node("#write-author", Button.class).isDisabled());
    rig.click("#write-author");
    rig.await("the revision", () -> selected().contains("0003"));
    Path file = rig.projectFolder().resolve("migrations/0003_venues.sql");
    assertTrue(Files.readString(file).contains("-- Revises: 0002"));
  }

  @Test
  void selectedRevisionsOfferTheirMergeInTheMenu(PgDatabase database) throws Exception {
    third();
    show(database);
    rig.robot().interact(() -> list("#revisions").getSelectionModel().selectIndices(0, 1));
    rig.robot().rightClickOn("#revisions .list-cell:selected");
    WaitForAsyncUtils.waitForFxEvents();
    List<String> ids =
        rig.robot().listWindows().stream()
            .filter(window -> window instanceof ContextMenu)
            .flatMap(window -> ((ContextMenu) window).getItems().stream())
            .map(MenuItem::getId)
            .toList();
    assertTrue(ids.contains("merge-selected"), ids::toString);
    assertTrue(ids.contains("rebase-selected"), ids::toString);
  }

  @Test
  void theGraphAndThePlanAreExported(PgDatabase database) throws Exception {
    show(database);
    for (String format : List.of("svg", "png", "mermaid", "dot")) {
      Path file = home.resolve("graph." + format);
      rig.saveTo(file);
      export(format);
      rig.await("the file " + format, () -> Files.exists(file));
      rig.await("the notice", () -> rig.visible("#show-in-folder"));
    }
    assertTrue(Files.readString(home.resolve("graph.svg")).contains(">add audit log<"));
    assertTrue(Files.readString(home.resolve("graph.dot")).contains("0002"));
    assertTrue(Files.readString(home.resolve("graph.mermaid")).startsWith("flowchart"));
    assertTrue(ImageIO.read(home.resolve("graph.png").toFile()).getWidth() > 400);
    rig.shoot("exported");

    Path plan = home.resolve("plan.sql");
    rig.saveTo(plan);
    rig.click("#review");
    rig.await("the review", () -> rig.visible("#export-sql"));
    rig.shoot("review");
    rig.click("#export-sql");
    rig.await("the plan", () -> Files.exists(plan));
    assertTrue(Files.readString(plan).contains("CREATE TABLE audit_log"));
  }

  private void export(String format) {
    rig.robot()
        .interact(
            () ->
                rig.node("#graph-more", MenuButton.class).getItems().stream()
                    .filter(item -> ("export-" + format).equals(item.getId()))
                    .forEach(MenuItem::fire));
  }

  @Test
  void theTargetIsCompletedAndSaidInWords(PgDatabase database) throws Exception {
    third();
    show(database);
    rig.click("#target");
    rig.robot().interact(() -> rig.node("#target", TextField.class).clear());
    rig.robot().write("ven");
    rig.await("the choices", () -> rig.visible("#target-completions"));
    rig.shootAsItIs("target-completed");
    keys(KeyCode.DOWN);
    keys(KeyCode.ENTER);
    assertEquals("0003", rig.node("#target", TextField.class).getText());
    rig.await(
        "the words",
        () ->
            rig.text("#target-words").equals("0003, “slices get a venue”\n2 steps, 2 statements"));
    // With nothing chosen, Enter goes to the review.
    keys(KeyCode.ENTER);
    rig.await("the review", () -> rig.visible("#pending-sql"));
    keys(KeyCode.ESCAPE);
    rig.await("the rows", () -> rig.visible("#revisions"));
    rig.type("#target", "0001+9");
    rig.await("why not", () -> rig.text("#target-words").contains("Ambiguous"));
  }

  @Test
  void withoutARevisionTheFirstIsOffered(PgDatabase database) throws Exception {
    for (String name : List.of("0001_orders.sql", "0002_audit.sql")) {
      delete(rig.projectFolder().resolve("migrations").resolve(name));
    }
    show(database);
    rig.await("the offer", () -> rig.visible("#first-revision"));
    rig.shoot("no-revisions");
    rig.click("#first-revision");
    rig.await("the path", () -> rig.text("#draft-path").contains("0001"));
  }

  private static void delete(Path file) throws IOException {
    Files.delete(file);
  }
}
