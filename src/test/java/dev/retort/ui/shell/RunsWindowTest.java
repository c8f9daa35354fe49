package dev.retort.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.engine.journal.JournalEntry;
import dev.retort.profile.resolve.Wish;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.ui.widget.Theme;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The screen of runs, after runs that were made in the same window. */
@Tag("fx")
@Tag("window")
@Tag("db")
@ExtendWith(PgExtension.class)
class RunsWindowTest {
  private @TempDir Path home;
  private WindowRig rig;

  @BeforeEach
  void rig() {
    rig = new WindowRig(home);
  }

  @AfterEach
  void close() throws TimeoutException {
    rig.close();
  }

  @Test
  void aMachineWithoutRunsSaysWhatWillBeHere(PgDatabase database) throws Exception {
    rig.showOn(database, Theme.LIGHT);
    rig.await("at base", () -> rig.text("#position").equals("at base"));
    rig.click("#view-runs");
    rig.await("nothing", () -> rig.visible("#no-runs"));
    rig.shoot("runs-empty");
    rig.click("#view-graph");
    assertTrue(rig.visible("#revisions"));
  }

  @Test
  void aRunIsListedWithTheSqlThatRan(PgDatabase database) throws Exception {
    rig.own(
            "[profiles.staging]\nurl = \"%s\"\nenvironment = \"staging\"\n"
                .formatted(WindowRig.url(database)))
        .show(Wish.profile("staging"), Theme.LIGHT, 1000, 700);
    rig.await("at base", () -> rig.text("#position").equals("at base"));
    run("0001");
    WindowRig.write(
        rig.projectFolder().resolve("migrations/0003_fails.sql"),
        """
        -- fails
        --
        -- Revision ID: 0003
        -- Revises: 0002

        -- @upgrade
        ALTER TABLE no_such_table ADD price numeric;
        """);
    rig.await("the file is seen", () -> rig.text("#pending").equals("2 pending"));
    run("head");

    rig.click("#view-runs");
    rig.await("two runs", () -> table().getItems().size() == 2);
    rig.robot().interact(() -> table().getSelectionModel().select(0));
    rig.await("SQL", () -> rig.visible("#run-sql"));
    assertEquals("upgrade head", rig.text("#run-what"));
    rig.shoot("runs-list");
    rig.click("#copy-run-sql");
    String copied =
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Clipboard.getSystemClipboard().getString());
    assertTrue(copied.contains("ALTER TABLE no_such_table ADD price numeric;"), copied);
    assertTrue(copied.contains("CREATE TABLE audit_log"), copied);

    rig.type("#runs-filter", "no_such_table");
    rig.await("one", () -> table().getItems().size() == 1);
    rig.type("#runs-filter", "nobody at all");
    rig.await("none", () -> table().getItems().isEmpty());
  }

  private void run(String target) throws TimeoutException {
    rig.type("#target", target);
    rig.await("a plan", () -> !rig.node("#review", javafx.scene.control.Button.class).isDisabled());
    rig.click("#review");
    rig.await("review", () -> rig.visible("#run"));
    rig.click("#run");
    rig.await("over", () -> rig.visible("#close-run"));
    rig.click("#close-run");
    rig.await("position", () -> rig.visible("#position") && rig.visible("#review"));
  }

  @SuppressWarnings("unchecked")
  private TableView<JournalEntry> table() {
    return rig.node("#runs", TableView.class);
  }
}
