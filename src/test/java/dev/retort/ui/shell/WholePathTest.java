package dev.retort.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.profile.resolve.Wish;
import dev.retort.ui.graph.picture.GraphRow;
import dev.retort.ui.graph.picture.NodeState;
import dev.retort.ui.widget.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All that one does with Retort, by hand and in one go, on a copy of the sample and on the sandbox
 * that comes with it: the server is unpacked, started and filled with the baseline as for anybody.
 */
@Tag("fx")
@Tag("db")
class WholePathTest {
  private @TempDir Path home;
  private WindowRig rig;

  @BeforeEach
  void rig() {
    rig = new WindowRig(home);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
    rig.retort().embeddedServers().stop();
  }

  @Test
  void fromTheSampleToAFailureThatSaysWhere() throws Exception {
    sample();
    rig.own("[profiles.away]\nurl = \"postgresql://me@127.0.0.1:1/d\"\n")
        .show(Wish.profile("away"), Theme.LIGHT, 1000, 700);
    rig.await("nothing answers", () -> rig.visible("#database-trouble"));

    chooseTheSandbox();
    rig.await("at base", 180, () -> rig.text("#position").equals("at base"));
    assertEquals("17 pending", rig.text("#pending"));

    go("upgrade", "0012");
    rig.shoot("run-done");
    assertFalse(rig.visible("#review-undo"), "0010 has deliberately no way back");
    assertTrue(rig.text("#undo-words").contains("0010"), rig.text("#undo-words"));
    backToTheGraph("at 0012");
    assertEquals(NodeState.CURRENT, stateOf("0012"));
    assertEquals(NodeState.APPLIED, stateOf("0004"));
    assertEquals(NodeState.PENDING, stateOf("0014"));

    review("downgrade", "0011");
    rig.shoot("review-downgrade");
    run();
    backToTheGraph("at 0011");
    assertEquals(NodeState.PENDING, stateOf("0012"));

    review("stamp", "0012");
    rig.shoot("review-stamp");
    run();
    backToTheGraph("at 0012");
    go("stamp", "0011");
    backToTheGraph("at 0011");

    failInTheMiddle();
  }

  private void failInTheMiddle() throws Exception {
    WindowRig.write(
        rig.projectFolder().resolve("migrations/0024_fails.sql"),
        """
        -- fails in the middle
        --
        -- Revision ID: 0024
        -- Revises: 0011

        -- @upgrade
        CREATE TABLE made_first (id int);
        CREATE TABLE made_never (
          id int REFERENCES no_such_table
        );

        -- @downgrade
        DROP TABLE made_never, made_first;
        """);
    rig.robot().push(KeyCode.F5);
    rig.await("found", () -> rows().stream().anyMatch(row -> row.id().value().equals("0024")));
    review("upgrade", "0024");
    rig.click("#run");
    rig.await("failed", () -> rig.visible("#failure"));
    assertTrue(
        rig.text("#run-message").startsWith("0024 failed at statement 2 of 2"),
        rig.text("#run-message"));
    assertTrue(rig.text("#run-message").endsWith(": relation \"no_such_table\" does not exist"));
    assertEquals("42P01", rig.text("#failure-code"));
    assertTrue(
        rig.text("#failure-database").contains("Nothing of revision 0024 was applied"),
        rig.text("#failure-database"));
    assertEquals("Open 0024_fails.sql:8", rig.text("#open-failed"));
    rig.shoot("run-failed");
    // Taking the picture took the keyboard away.
    rig.robot().interact(() -> rig.node("#close-run", Button.class).requestFocus());
    rig.robot().push(KeyCode.ESCAPE);
    rig.await("the graph", () -> rig.visible("#revisions"));
    assertEquals("at 0011", rig.text("#position"));
  }

  private void sample() throws IOException {
    try (Stream<Path> own = Files.list(rig.projectFolder().resolve("migrations"))) {
      for (Path file : own.toList()) {
        Files.delete(file);
      }
    }
    Path sample = Path.of("db");
    try (Stream<Path> files = Files.walk(sample)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        WindowRig.write(
            rig.projectFolder().resolve(sample.relativize(file).toString()),
            Files.readString(file));
      }
    }
  }

  private void chooseTheSandbox() {
    rig.robot()
        .interact(
            () -> {
              ListView<?> profiles = rig.node("#profiles", ListView.class);
              profiles.requestFocus();
              profiles.getSelectionModel().select(0);
            });
    rig.robot().push(KeyCode.ENTER);
  }

  private void review(String command, String target) {
    rig.click("#command-" + command);
    rig.type("#target", target);
    rig.await("a plan", () -> !rig.node("#review", Button.class).isDisabled());
    rig.click("#review");
    rig.await("the review", () -> rig.visible("#run"));
  }

  private void run() {
    rig.click("#run");
    rig.await("done", () -> rig.text("#run-message").startsWith("Done"));
  }

  private void go(String command, String target) {
    review(command, target);
    run();
  }

  private void backToTheGraph(String position) {
    rig.click("#close-run");
    rig.await(position, () -> rig.text("#position").equals(position) && rig.visible("#revisions"));
  }

  @SuppressWarnings("unchecked")
  private List<GraphRow> rows() {
    return ((ListView<GraphRow>) rig.node("#revisions", ListView.class)).getItems();
  }

  private NodeState stateOf(String id) {
    return rows().stream()
        .filter(row -> row.id().value().equals(id))
        .findFirst()
        .orElseThrow()
        .state();
  }
}
