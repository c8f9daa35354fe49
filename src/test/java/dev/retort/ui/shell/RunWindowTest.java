package dev.retort.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.profile.resolve.Wish;
import dev.retort.testing.MoodyProxy;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.ui.widget.Theme;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A run in the window: followed, stopped, cut off, and what becomes of the window meanwhile. */
@Tag("fx")
@Tag("window")
@Tag("db")
@ExtendWith(PgExtension.class)
class RunWindowTest {
  private static final String SLOW = "SELECT pg_sleep(60)";

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
  void aCancelledRunIsNoFailure(PgDatabase database) throws Exception {
    slowly(WindowRig.url(database));
    database.await("EXISTS (SELECT FROM pg_stat_activity WHERE query = '" + SLOW + "')");
    ProgressBar progress = rig.node("#run-progress", ProgressBar.class);
    assertTrue(progress.isVisible() && progress.getProgress() < 1);
    rig.shoot("run-under-way");
    rig.robot().push(KeyCode.ESCAPE);
    assertTrue(rig.visible("#cancel-run"), "Escape does not leave a run");

    rig.click("#cancel-run");
    rig.await("cancelled", () -> rig.text("#run-message").startsWith("Cancelled"));
    assertTrue(rig.visible("#review-again") && rig.visible("#close-run"));
    assertTrue(rig.text("#failure-database").contains("0001"), rig.text("#failure-database"));
    rig.shoot("run-cancelled");
    // Taking the picture took the keyboard away.
    rig.robot().interact(() -> rig.node("#close-run", Button.class).requestFocus());
    rig.robot().push(KeyCode.ESCAPE);
    rig.await("the graph", () -> rig.visible("#revisions"));
  }

  @Test
  void closingTheWindowDuringARunIsAskedAboutInIt(PgDatabase database) throws Exception {
    slowly(WindowRig.url(database));
    database.await("EXISTS (SELECT FROM pg_stat_activity WHERE query = '" + SLOW + "')");
    AtomicInteger closed = new AtomicInteger();
    rig.robot().interact(() -> assertFalse(rig.window().mayClose(closed::incrementAndGet)));
    rig.await("asked", () -> rig.visible("#close-question"));
    assertTrue(rig.node("#stay", Button.class).isFocused());
    rig.shoot("run-closing");
    rig.click("#stay");
    assertFalse(rig.visible("#close-question"));
    assertTrue(rig.visible("#cancel-run"), "it goes on");

    rig.robot().interact(() -> rig.window().mayClose(closed::incrementAndGet));
    rig.click("#cancel-and-close");
    rig.await("closed once it has stopped", () -> closed.get() == 1);
    assertTrue(database.holds("to_regclass('slow') IS NULL"), "and left nothing");
    rig.robot().interact(() -> assertTrue(rig.window().mayClose(closed::incrementAndGet)));
  }

  @Test
  void aServerThatIsKilledInTheMiddleIsSaidWithWhatBecameOfTheDatabase(PgDatabase database)
      throws Exception {
    try (MoodyProxy proxy = MoodyProxy.before(database)) {
      slowly(WindowRig.url(database, "postgres", proxy.port()));
      database.await("EXISTS (SELECT FROM pg_stat_activity WHERE query = '" + SLOW + "')");
      proxy.stop();
      rig.await("said", () -> rig.visible("#failure") && !rig.visible("#cancel-run"));
      assertFalse(rig.text("#run-hint").isEmpty(), "what to do");
      assertFalse(rig.text("#failure-database").isEmpty(), "what is known of the database");
      rig.shoot("run-server-killed");
      proxy.work();
      rig.click("#close-run");
      rig.await("recovered", () -> rig.text("#position").equals("at 0001"));
    }
    database.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = '" + SLOW + "'");
    assertTrue(database.holds("to_regclass('slow') IS NULL"));
  }

  @Test
  void aNetworkThatHangsEndsTheRunInItsTimeAndTheWindowStaysAlive(PgDatabase database)
      throws Exception {
    try (MoodyProxy proxy = MoodyProxy.before(database)) {
      slowly(WindowRig.url(database, "postgres", proxy.port()));
      database.await("EXISTS (SELECT FROM pg_stat_activity WHERE query = '" + SLOW + "')");
      proxy.hang();
      rig.heartbeat().reset();
      rig.await(
          "alive while it hangs", () -> rig.visible("#cancel-run") && rig.heartbeat().beats() > 20);
      rig.await("given up", () -> rig.visible("#failure"));
      assertFalse(rig.text("#failure-database").isEmpty());
      proxy.work();
    }
    database.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = '" + SLOW + "'");
  }

  @Test
  void ctrlEnterRunsAndEscapeLeavesAReview(PgDatabase database) throws Exception {
    rig.showOn(database, Theme.DARK);
    review();
    rig.robot().push(KeyCode.ESCAPE);
    rig.await("the graph", () -> rig.visible("#revisions"));
    rig.click("#review");
    rig.await("the review", () -> rig.visible("#run"));
    assertEquals("DEVELOPMENT", rig.text("#review-environment"));
    assertEquals(database.name(), rig.text("#review-database"));
    assertTrue(rig.text("#run-message").contains("lock time-out 5 s, 3 retries"));
    assertTrue(rig.text("#run-message").contains("one transaction per revision"));
    rig.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
    rig.await("done", () -> rig.text("#run-message").startsWith("Done: 2 steps"));
    assertEquals("Applied 0001, 0002.", rig.text("#run-hint"));
    assertEquals("The way back: downgrade base, 2 steps.", rig.text("#undo-words"));
  }

  @Test
  void anErrorOfRetortsOwnIsOneLineAndAFile(PgDatabase database) throws Exception {
    rig.showOn(database, Theme.DARK);
    rig.await("at base", () -> rig.text("#position").equals("at base"));
    assertFalse(rig.visible("#crash"));
    rig.robot().interact(() -> rig.window().unexpected(new IllegalStateException("a bug")));
    rig.await("said", () -> rig.text("#crash-words").contains("crash-"));
    Path folder = rig.retort().folders().data().resolve("crashes");
    assertEquals(1, Objects.requireNonNull(folder.toFile().list()).length);
    rig.shoot("crash");
    rig.click("#close-crash");
    assertFalse(rig.visible("#crash"));
  }

  /** Begins a run of two steps, of which the second would take a minute. */
  private void slowly(String url) throws TimeoutException {
    WindowRig.write(
        rig.projectFolder().resolve("migrations/0002_audit.sql"),
        "-- takes its time\n--\n-- Revision ID: 0002\n-- Revises: 0001\n\n-- @upgrade\n"
            + "CREATE TABLE slow (id int);\n"
            + SLOW
            + ";\nCREATE TABLE after (id int);\n");
    rig.project(
            """
            [migrations]
            locations = ["migrations"]
            network-timeout = "3s"
            lock-retries = 0
            """)
        .show(Wish.url(url), Theme.LIGHT, 1000, 700);
    review();
    rig.click("#run");
    rig.await("under way", () -> rig.visible("#cancel-run"));
  }

  private void review() {
    rig.await(
        "a plan", () -> rig.visible("#review") && !rig.node("#review", Button.class).isDisabled());
    rig.click("#review");
    rig.await("the review", () -> rig.visible("#run"));
  }
}
