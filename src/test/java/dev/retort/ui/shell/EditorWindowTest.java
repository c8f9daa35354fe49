package dev.retort.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.ui.graph.picture.GraphRow;
import dev.retort.ui.widget.Theme;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.eclipse.jgit.api.Git;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The editor in the window: opened, written in, saved, left; and what happens to the file. */
@Tag("fx")
@Tag("window")
@Tag("db")
@ExtendWith(PgExtension.class)
class EditorWindowTest {
  private @TempDir Path home;
  private WindowRig rig;
  private Path file;

  @BeforeEach
  void rig() {
    rig = new WindowRig(home);
    file = rig.projectFolder().resolve("migrations/0002_audit.sql");
  }

  @AfterEach
  void close() throws TimeoutException {
    rig.close();
  }

  @Test
  void aFaultIsShownInTheMarginMendedAndSavedIntoTheGraph(PgDatabase database) throws Exception {
    try (Git git = Git.init().setDirectory(rig.projectFolder().toFile()).call()) {
      git.add().addFilepattern("migrations/0001_orders.sql").call();
      git.add().addFilepattern("migrations/0002_audit.sql").call();
      git.commit().setMessage("begin").setAuthor("Ada Lovelace", "a@example").setSign(false).call();
    }
    at(database, "0002");
    open(database);
    rig.await("git", () -> rig.text("#inspector-git").startsWith("Added by Ada Lovelace on "));
    shoot("inspector-git", "#revisions");

    edit();
    rig.await("warned", () -> rig.text("#editor-applied-words").startsWith("0002 is applied on "));
    rig.await("coloured", () -> styled("keyword"));
    rig.robot().interact(() -> area().moveTo(area().getText().indexOf('(')));
    rig.await("a pair", () -> styled("bracket"));
    assertTrue(rig.text("#editor-git").startsWith("Added by Ada Lovelace"));
    shoot("editor", "#editor-text");

    type(area().getText().replace("@downgrade", "@downgade").replace("now());", "now();"));
    rig.await("marks in the margin", () -> rig.visible("#line-mark-10"));
    rig.await("three problems", () -> rig.text("#editor-problem-count").endsWith("problems"));
    shoot("editor-problems", "#editor-text");
    rig.robot().interact(() -> area().moveTo(0));
    rig.robot().push(KeyCode.F8);
    rig.await("at the first", () -> area().getCurrentParagraph() > 0);

    type(
        area()
            .getText()
            .replace("@downgade", "@downgrade")
            .replace("now();", "now());")
            .replace("add audit log", "write down who did what"));
    rig.await("no problems", () -> rig.text("#editor-sound").equals("No problems"));
    assertFalse(rig.visible("#editor-problems"));
    rig.robot().push(KeyCode.CONTROL, KeyCode.S);
    rig.await("saved", () -> rig.text("#editor-state").startsWith("Saved "));
    assertTrue(Files.readString(file).startsWith("-- write down who did what\n"));
    rig.robot().push(KeyCode.ESCAPE);
    rig.await("the graph", () -> rig.visible("#revisions"));
    rig.await("the new message", () -> row(0).message().equals("write down who did what"));
    rig.await("not committed", () -> rig.text("#inspector-git").contains("changed since the last"));
    rig.shoot("graph-not-committed");
  }

  @Test
  void aChangeOnDiskIsFollowedOrAskedAbout(PgDatabase database) throws Exception {
    open(database);
    edit();
    String before = Files.readString(file);
    WindowRig.write(file, before + "-- theirs\n");
    rig.await("followed", () -> area().getText().endsWith("-- theirs\n"));

    type(before + "-- mine\n");
    WindowRig.write(file, before + "-- theirs, again\n");
    rig.await("asked", () -> rig.visible("#disk-compare"));
    rig.click("#disk-compare");
    rig.await("compared", () -> rig.visible("#editor-changes"));
    rig.shoot("editor-conflict");
    rig.robot().interact(() -> area().requestFocus());
    rig.robot().push(KeyCode.CONTROL, KeyCode.S);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(before + "-- theirs, again\n", Files.readString(file));
    rig.click("#disk-overwrite");
    rig.await("overwritten", () -> !rig.visible("#editor-disk"));
    assertEquals(before + "-- mine\n", Files.readString(file));
  }

  @Test
  void nothingIsLostWhenOneLeavesOrTheWindowCloses(PgDatabase database) throws Exception {
    open(database);
    edit();
    String before = Files.readString(file);
    type(before + "-- mine\n");
    rig.robot().push(KeyCode.ESCAPE);
    rig.await("asked", () -> rig.visible("#leave-save"));
    shoot("editor-unsaved", "#leave-save");
    rig.robot().push(KeyCode.ESCAPE);
    rig.await("stays", () -> !rig.visible("#editor-leave"));

    Window window = rig.scene().getWindow();
    rig.robot()
        .interact(
            () ->
                Event.fireEvent(window, new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST)));
    rig.await("asked again", () -> rig.visible("#leave-save"));
    assertTrue(window.isShowing());
    rig.click("#leave-stay");

    rig.click("#view-runs");
    rig.await("asked for a view as well", () -> rig.visible("#leave-discard"));
    rig.click("#leave-discard");
    rig.await("the runs", () -> rig.visible("#no-runs"));
    assertEquals(before, Files.readString(file));
  }

  @Test
  void aFileThatGivesNoRevisionIsOpenedFromItsProblemAndConverted(PgDatabase database)
      throws Exception {
    Path broken = rig.projectFolder().resolve("migrations/0003_fees.sql");
    Files.write(
        broken,
        "-- fees in €\n-- café\n-- @upgrade\nSELECT 'é';\n"
            .getBytes(Charset.forName("windows-1252")));
    open(database);
    rig.await("a problem", () -> rig.visible("#file-problems"));
    rig.robot().clickOn(".problem .hyperlink");
    rig.await("shown", () -> rig.visible("#convert-file"));
    rig.shoot("editor-not-utf-8");
    assertFalse(area().isEditable());
    rig.click("#convert-file");
    rig.await("editable", () -> area().isEditable());
    rig.click("#save-file");
    rig.await("saved", () -> rig.text("#editor-state").startsWith("Saved "));
    assertTrue(Files.readString(broken).contains("café"));
  }

  @Test
  void aLargeFileIsReadAndNotEdited(PgDatabase database) throws Exception {
    String row = "INSERT INTO orders VALUES (1, 2.5);\n";
    WindowRig.write(
        rig.projectFolder().resolve("migrations/0003_load.sql"),
        """
        -- load five megabytes
        --
        -- Revision ID: 0003
        -- Revises: 0002

        -- @upgrade
        """
            + row.repeat(5_000_000 / row.length()));
    open(database);
    rig.robot().push(KeyCode.E);
    rig.await("why", () -> rig.text("#editor-read-only-words").startsWith("The file has 5.0 MB"));
    rig.await("shown", () -> rig.node("#editor-reader", CodeArea.class).getLength() > 4_000_000);
    shoot("editor-large", "#editor-reader");
    rig.robot().push(KeyCode.ESCAPE);
    rig.await("the graph", () -> rig.visible("#revisions"));
  }

  private static void at(PgDatabase database, String revision) {
    database.execute(
        "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY);"
            + " INSERT INTO alembic_version VALUES ('"
            + revision
            + "')");
  }

  private void open(PgDatabase database) throws TimeoutException {
    rig.showOn(database, Theme.LIGHT);
    rig.await("a position", () -> rig.text("#position").startsWith("at "));
    rig.await("rows", () -> !list().getItems().isEmpty());
    rig.robot()
        .interact(
            () -> {
              list().getSelectionModel().clearAndSelect(0);
              list().requestFocus();
            });
  }

  /** Taking a picture takes the keyboard away, which a person would have somewhere. */
  private void shoot(String name, String focus) throws IOException {
    rig.shoot(name);
    rig.robot().interact(() -> rig.node(focus, Node.class).requestFocus());
  }

  private void edit() {
    rig.robot().push(KeyCode.E);
    rig.await("the text", () -> rig.visible("#editor-text") && area().getLength() > 0);
  }

  private void type(String text) {
    rig.robot().interact(() -> area().replaceText(text));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private CodeArea area() {
    return rig.node("#editor-text", CodeArea.class);
  }

  private boolean styled(String style) {
    return area()
        .getStyleSpans(0, area().getLength())
        .styleStream()
        .anyMatch(all -> all.contains(style));
  }

  private ListView<GraphRow> list() {
    return rig.robot().lookup("#revisions").queryListView();
  }

  private GraphRow row(int index) {
    return list().getItems().get(index);
  }
}
