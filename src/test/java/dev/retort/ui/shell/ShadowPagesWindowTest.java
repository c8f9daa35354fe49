package dev.retort.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.profile.resolve.Wish;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.ui.widget.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The pages that ask a shadow before a file is written, through the window on a real server. */
@Tag("fx")
@Tag("window")
@Tag("db")
@ExtendWith(PgExtension.class)
class ShadowPagesWindowTest {
  private @TempDir Path home;
  private PgDatabase database;
  private WindowRig rig;

  @AfterEach
  void close() throws Exception {
    rig.close();
    database.dropShadows();
  }

  private void revision(String id, String revises, String up, String down) {
    WindowRig.write(
        rig.projectFolder().resolve("migrations/" + id + "_r.sql"),
        "-- message %s\n--\n-- Revision ID: %1$s\n-- Revises: %s\n\n-- @upgrade\n%s\n\n-- @downgrade\n%s\n"
            .formatted(id, revises, up, down));
  }

  @BeforeEach
  void make(PgDatabase server) {
    database = server;
    rig =
        new WindowRig(
            home,
            Map.of(
                "RETORT_SHADOW_URL",
                "postgresql://postgres@localhost:" + server.port() + "/postgres"));
  }

  private void show() throws Exception {
    rig.show(Wish.url(WindowRig.url(database)), Theme.LIGHT, 1000, 700);
    rig.await("the position", () -> rig.text("#position").equals("at base"));
  }

  private void keys(KeyCode... codes) {
    rig.robot().push(codes);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private String said(String id) {
    return rig.visible(id) ? rig.node(id, Node.class).getAccessibleText() : "";
  }

  @Test
  void theOrdersOfAMergeAreTriedFromItsPage() throws Exception {
    revision("0003", "0001", "ALTER TABLE orders ALTER quantity SET DEFAULT 1;", "");
    revision("0004", "0002", "ALTER TABLE orders ALTER quantity SET DEFAULT 2;", "");
    show();
    rig.await("the line", () -> rig.visible("#heads-line"));
    rig.click("#merge-heads");
    rig.await("the button", () -> rig.visible("#try-orders"));
    rig.shoot("merge-untried");
    rig.click("#try-orders");
    rig.await("the verdict", () -> said("#merge-verdict").contains("depends on which comes first"));
    assertTrue(said("#merge-order-1").contains("runs, to another schema"));
    assertTrue(rig.visible("#merge-diff"));
    rig.shoot("merge-differs");

    rig.robot().interact(() -> rig.session().refresh());
    rig.await("what is old is gone", () -> rig.visible("#try-orders"));
    assertFalse(rig.visible("#merge-diff"));
    revision("0004", "0002", "ALTER TABLE orders DROP quantity;", "");
    rig.robot().interact(() -> rig.session().refresh());
    rig.await("the files", () -> !rig.session().busyProperty().get());
    rig.click("#try-orders");
    rig.await("the failure", () -> said("#merge-verdict").contains("cannot be applied"));
    assertTrue(said("#merge-order-1").contains("0003 fails"), said("#merge-order-1"));
    rig.shoot("merge-fails");
    keys(KeyCode.ESCAPE);
    rig.await("the rows", () -> rig.visible("#revisions"));
  }

  @Test
  void revisionsAreSquashedFromThePalette() throws Exception {
    revision("0003", "0002", "CREATE INDEX audit_at ON audit_log (at);", "DROP INDEX audit_at;");
    show();
    rig.robot()
        .interact(
            () -> rig.node("#revisions", ListView.class).getSelectionModel().selectRange(0, 2));
    keys(KeyCode.CONTROL, KeyCode.K);
    rig.type("#palette-field", "squash");
    keys(KeyCode.ENTER);
    rig.await("the proof", () -> said("#squash-verdict").contains("2 revisions are one"));
    assertTrue(said("#squash-caution-0").contains("Not committed"));
    assertTrue(rig.node("#write-author", Button.class).isDisabled());
    rig.type("#squash-message", "audit log with index");
    rig.shoot("squash");
    rig.type("#squash-keep", "migrations/old");
    assertTrue(rig.text("#squash-keep-error").contains("is read as revisions"));
    rig.shoot("squash-keep-within");
    rig.type("#squash-keep", "attic");
    rig.await("nothing is lost", () -> !rig.visible("#squash-caution-0"));
    assertTrue(rig.text("#squash-files-title").contains("attic"));
    rig.shoot("squash-keep");
    rig.type("#squash-keep", "");
    rig.await("asked again", () -> rig.visible("#squash-agreed"));
    rig.robot().interact(() -> rig.node("#squash-agreed", CheckBox.class).fire());
    rig.click("#write-author");
    rig.await("the graph", () -> rig.visible("#revisions"));
    rig.await(
        "the one in it",
        () ->
            String.valueOf(
                    rig.node("#revisions", ListView.class).getSelectionModel().getSelectedItem())
                .contains("audit log with index"));
    assertEquals(2, rig.node("#revisions", ListView.class).getItems().size());
    Path migrations = rig.projectFolder().resolve("migrations");
    assertFalse(Files.exists(migrations.resolve("0002_audit.sql")));
    assertTrue(
        Files.readString(migrations.resolve("0003_audit_log_with_index.sql"))
            .contains("CREATE INDEX audit_at"));
    rig.shoot("squashed");

    keys(KeyCode.CONTROL, KeyCode.K);
    rig.type("#palette-field", "squash");
    keys(KeyCode.ENTER);
    rig.await("the page", () -> rig.visible("#squash-prove"));
    assertTrue(rig.node("#squash-prove", Button.class).isDisabled());
    rig.type("#squash-range", "0003:0003");
    rig.click("#squash-prove");
    rig.await("the refusal", () -> rig.text("#squash-failed").contains("has one revision"));
    rig.shoot("squash-refused");
  }
}
