package dev.retort.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.profile.resolve.Wish;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.ui.widget.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What changed since a database last saw the files, through the window. */
@Tag("fx")
@Tag("window")
@Tag("db")
@ExtendWith(PgExtension.class)
class SeenWindowTest {
  private static final String AUDIT =
      """
      -- add audit log
      --
      -- Revision ID: 0002
      -- Revises: 0001
      -- Create Date: 2025-01-12 10:00:00+00:00

      -- @upgrade
      CREATE TABLE audit_log (
        id bigint PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now()COLUMN
      );

      -- @downgrade
      DROP TABLE audit_log;
      """;

  private @TempDir Path home;
  private WindowRig rig;

  @BeforeEach
  void rig() {
    rig = new WindowRig(home);
    audit("");
  }

  @AfterEach
  void close() throws TimeoutException {
    rig.close();
  }

  @Test
  void aFileEditedAfterItRanIsTold(PgDatabase database) throws Exception {
    show(database);
    review();
    rig.click("#run");
    rig.await("done", () -> rig.visible("#close-run"));
    rig.click("#close-run");
    rig.await("applied", () -> rig.text("#position").equals("at 0002"));
    select(0);
    assertEquals("current", rig.text("#inspector-state"));
    assertFalse(rig.visible("#edited-words"));

    audit(",\n  who text");
    rig.await("told", () -> rig.visible("#edited-words") && rig.visible(".graph-edited"));
    assertTrue(rig.text("#edited-words").contains("run 20"), rig.text("#edited-words"));
    TabPane tabs = rig.node("#inspector-tabs", TabPane.class);
    rig.robot().interact(() -> tabs.getSelectionModel().selectLast());
    rig.await("compared", () -> rig.text("#edited-diff-count").equals("1 change, +2 −1"));
    rig.shoot("edited-badge");

    audit("");
    rig.await("as it ran", () -> !rig.visible("#edited-words") && !rig.visible(".graph-edited"));
    assertEquals(4, tabs.getTabs().size());
  }

  @Test
  void aChangeIsShownUntilItHasBeenSeen(PgDatabase database) throws Exception {
    show(database);
    review();
    choose(1);
    rig.click("#back");
    audit(",\n  who text");
    rig.await("read again", () -> auditHas("who text"));

    review();
    rig.await("told", () -> tab().getTabs().size() == 4);
    assertEquals("Changed since (1)", tab().getTabs().getLast().getText());
    choose(1);
    rig.click("#back");
    review();
    rig.await("still told, since nobody looked at it", () -> tab().getTabs().size() == 4);
    Tab changed = tab().getTabs().getLast();
    rig.robot().interact(() -> tab().getSelectionModel().select(changed));
    rig.await("compared", () -> rig.text("#changed-diff-count").equals("1 change, +2 −1"));
    assertTrue(rig.text("#changed-words").contains("reviewed 20"), rig.text("#changed-words"));
    rig.shoot("changed-since");
    rig.robot().interact(() -> changed.getContent().lookup("#changed-diff-unified").requestFocus());
    rig.click("#changed-diff-unified");
    rig.await("unified", () -> rig.visible("#changed-diff-both-text"));
    rig.shoot("changed-since-unified");
    rig.click("#back");

    review();
    choose(0);
    choose(1);
    rig.await("nothing more to tell", () -> tab().getTabs().size() == 3);
  }

  @Test
  void twoRevisionsAreComparedBothWays(PgDatabase database) throws Exception {
    show(database);
    ListView<Object> list = rig.robot().lookup("#revisions").queryListView();
    rig.robot().interact(() -> list.getSelectionModel().selectIndices(0, 1));
    rig.await("compared", () -> rig.text("#pair-diff-count").startsWith("1 change, +4 −1"));
    rig.shoot("pair-upgrade");
    rig.click("#pair-downgrade");
    rig.await("compared", () -> rig.text("#pair-diff-count").equals("1 change, +1 −1"));
    rig.shoot("pair-downgrade");
  }

  private void show(PgDatabase database) throws TimeoutException {
    rig.own(
            "[profiles.staging]\nurl = \"%s\"\nenvironment = \"staging\"\n"
                .formatted(WindowRig.url(database)))
        .show(Wish.profile("staging"), Theme.LIGHT, 1000, 700);
    rig.await("at base", () -> rig.text("#position").equals("at base"));
  }

  private void review() throws IOException {
    rig.await("a plan", () -> !rig.node("#review", Button.class).isDisabled());
    rig.click("#review");
    rig.await("review", () -> rig.visible("#run"));
  }

  private void choose(int step) {
    ListView<Object> steps = rig.robot().lookup("#steps").queryListView();
    rig.robot().interact(() -> steps.getSelectionModel().clearAndSelect(step));
  }

  private void select(int row) {
    ListView<Object> list = rig.robot().lookup("#revisions").queryListView();
    rig.robot().interact(() -> list.getSelectionModel().clearAndSelect(row));
  }

  private TabPane tab() {
    return rig.node(".review-tabs", TabPane.class);
  }

  private boolean auditHas(String words) {
    return rig.session()
        .projectProperty()
        .get()
        .orElseThrow()
        .graph()
        .revisions()
        .toString()
        .contains(words);
  }

  private void audit(String column) {
    WindowRig.write(
        rig.projectFolder().resolve("migrations/0002_audit.sql"), AUDIT.replace("COLUMN", column));
  }
}
