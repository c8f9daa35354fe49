package dev.retort.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.engine.Retort;
import dev.retort.engine.Surroundings;
import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.UserContext;
import dev.retort.profile.resolve.Wish;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.ui.Screens;
import dev.retort.ui.Stages;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.FxBackground;
import dev.retort.ui.widget.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The whole way through the first window, on the sample project and a real server. */
@Tag("fx")
@Tag("window")
@Tag("db")
@ExtendWith(PgExtension.class)
class FirstWindowTest {
  private final FxRobot robot = new FxRobot();
  private final FxBackground background = new FxBackground();
  private @TempDir Path home;
  private Optional<ProjectSession> opened = Optional.empty();
  private Optional<Scene> scene = Optional.empty();

  @AfterEach
  void close() throws TimeoutException {
    opened.ifPresent(ProjectSession::close);
    background.close();
    Stages.close();
  }

  @Test
  void theSampleIsReviewedAndUpgraded(PgDatabase database) throws Exception {
    baseline(database);
    ProjectSession session = open(own(database), Path.of("db"), Theme.LIGHT);
    await(() -> text("#position").equals("no version table"));
    assertEquals("17 pending", text("#pending"));
    robot.interact(() -> list().getSelectionModel().clearAndSelect(2));
    shoot("revisions");

    robot.clickOn("#review");
    await(() -> robot.lookup("#pending-sql").tryQuery().isPresent());
    shoot("review");
    robot.interact(() -> node("#steps", ListView.class).getSelectionModel().select(9));
    robot.clickOn("#tab-way-back");
    await(() -> text("#no-way-back").startsWith("Cannot be undone: 0010"));
    shoot("review-way-back");
    robot.clickOn("#run");
    await(() -> text("#run-message").startsWith("Done"));
    shoot("done");
    await(() -> !node("#review-undo", Button.class).isDisabled());

    robot.clickOn("#close-run");
    await(() -> robot.lookup("#review").tryQuery().isPresent());
    await(() -> text("#pending").equals("up to date"));
    assertTrue(node("#review", Button.class).isDisabled());
    assertEquals("1", database.query("SELECT count(*) FROM alembic_version").getFirst());
    assertTrue(session.databaseTroubleProperty().get().isEmpty());
    robot.clickOn("#theme");
    robot.interact(() -> list().getSelectionModel().clearAndSelect(6));
    shoot("upgraded");
  }

  @Test
  void aFailingRevisionSaysWhereAndLeavesNothing(PgDatabase database) throws Exception {
    Path project = Files.createDirectories(home.resolve("broken/migrations"));
    Files.writeString(
        project.resolve("0001_fails.sql"),
        """
        -- fails in the middle
        --
        -- Revision ID: 0001
        -- Revises:

        -- @upgrade
        CREATE TABLE kept (id int);
        SELECT no_such_function();

        -- @downgrade
        DROP TABLE kept;
        """);
    open(own(database), home.resolve("broken/migrations"), Theme.DARK);
    await(() -> text("#position").equals("at base"));
    robot.clickOn("#review");
    await(() -> robot.lookup("#run").tryQuery().isPresent());
    robot.clickOn("#run");
    await(() -> text("#run-message").contains("no_such_function"));
    shoot("failed", Screens.README);
    assertFalse(database.holds("SELECT to_regclass('kept') IS NOT NULL"));
  }

  @Test
  void aRunThatStoppedMidwayIsShownCleanedUpAndGoneOnWith(PgDatabase database) throws Exception {
    Path project = Files.createDirectories(home.resolve("stopped/migrations"));
    Files.writeString(
        project.resolve("0001_orders.sql"),
        """
        -- @upgrade autocommit
        CREATE TABLE orders AS SELECT 1 AS id FROM generate_series(1, 2);
        CREATE UNIQUE INDEX CONCURRENTLY orders_id ON orders (id);
        """);
    open(own(database), project, Theme.LIGHT);
    await(() -> text("#position").equals("at base"));
    robot.clickOn("#review");
    await(() -> robot.lookup("#run").tryQuery().isPresent());
    robot.clickOn("#run");
    await(() -> text("#run-message").contains("could not create unique index"));
    robot.clickOn("#close-run");
    await(() -> robot.lookup("#stopped").tryQuery().isPresent());
    shoot("stopped");

    robot.clickOn("#clean-up");
    await(() -> robot.lookup("#run").tryQuery().isPresent());
    shoot("stopped-cleanup");
    robot.clickOn("#run");
    await(() -> text("#run-message").startsWith("Done"));
    assertTrue(database.holds("to_regclass('orders_id') IS NULL"));
    database.execute("DELETE FROM orders WHERE ctid = '(0,2)'");
    robot.clickOn("#close-run");
    await(() -> robot.lookup("#clean-up").tryQuery().isEmpty());
    robot.clickOn("#resume");
    await(() -> robot.lookup("#run").tryQuery().isPresent());
    shoot("stopped-continue");
    robot.clickOn("#run");
    await(() -> text("#run-message").startsWith("Done"));
    robot.clickOn("#close-run");
    await(() -> robot.lookup("#stopped").tryQuery().isEmpty());
    assertEquals("0001", database.query("SELECT version_num FROM alembic_version").getFirst());
  }

  @Test
  void aFileThatChangesUnderReviewIsNoticedAndReviewedAgain(PgDatabase database) throws Exception {
    Path project = Files.createDirectories(home.resolve("edited/migrations"));
    Path file = project.resolve("0001_first.sql");
    Files.writeString(file, "-- @upgrade\nCREATE TABLE read_first (id int);\n");
    open(own(database), project, Theme.LIGHT);
    await(() -> text("#pending").equals("1 pending"));
    robot.clickOn("#review");
    await(() -> robot.lookup("#run").tryQuery().isPresent());

    Files.writeString(file, "-- @upgrade\nCREATE TABLE read_second (id int);\n");
    await(() -> node("#review-again", Button.class).isVisible());
    assertFalse(node("#run", Button.class).isVisible());
    shoot("outdated");
    Files.writeString(project.resolve("0002_second.sql"), "-- @upgrade\nSELECT 2;\n");
    await(() -> text("#run-message").contains("0001, 0002"));

    robot.clickOn("#review-again");
    await(() -> node("#run", Button.class).isVisible());
    robot.clickOn("#run");
    await(() -> text("#run-message").startsWith("Done: 2 steps"));
    assertTrue(database.holds("SELECT to_regclass('read_second') IS NOT NULL"));
  }

  @Test
  void aRunThatWaitsForAnotherSaysForWhomAndCanBeCancelled(PgDatabase database) throws Exception {
    Path project = busy("waiting", "ALTER TABLE busy ADD a int");
    database.execute("CREATE TABLE busy (id int)");
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      statement.execute("SET application_name = 'retort upgrade'");
      statement.execute(
          "SELECT pg_advisory_lock(1381257812, hashtext('public.alembic_version')),"
              + " 'CREATE INDEX CONCURRENTLY …'");
      open(own(database), project, Theme.LIGHT);
      startRun();
      await(() -> visible("#wait-pane") && text("#wait-title").startsWith("Another run"));
      assertTrue(visibleText("retort upgrade · postgres"));
      shoot("waiting");
      robot.clickOn("#cancel-run");
      await(() -> text("#run-message").startsWith("Cancelled"));
      assertFalse(visible("#wait-pane"));
    }
    assertTrue(database.holds("to_regclass('alembic_version') IS NULL"));
  }

  @Test
  void aStepThatMeetsALockSaysWhoseAndIsTriedAgain(PgDatabase database) throws Exception {
    Path project = busy("retrying", "ALTER TABLE busy ADD a int");
    database.execute("CREATE TABLE busy (id int)");
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      statement.execute("SET application_name = 'billing'");
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE busy");
      open(own(database), project, Theme.DARK);
      startRun();
      await(() -> visible("#wait-pane") && text("#wait-title").startsWith("The statement waits"));
      assertTrue(visibleText("billing · postgres"));
      shoot("blocked");
      await(() -> visible("#wait-pane") && text("#wait-title").startsWith("Attempt 3 of 31"));
      shoot("retrying");
      other.rollback();
    }
    await(() -> text("#run-message").startsWith("Done"));
    assertTrue(database.holds("EXISTS (SELECT FROM pg_attribute WHERE attname = 'a')"));
  }

  private Path busy(String name, String sql) throws IOException {
    Path project = Files.createDirectories(home.resolve(name));
    Files.createDirectories(project.resolve("migrations"));
    Files.writeString(
        project.resolve("retort.toml"),
        "[migrations]\nlock-timeout = \"3s\"\nlock-retries = 30\nlock-retry-pause = \"8s\"\n");
    Files.writeString(project.resolve("migrations/0001_a.sql"), "-- @upgrade\n" + sql + ";\n");
    return project;
  }

  private void startRun() throws Exception {
    await(() -> text("#pending").equals("1 pending"));
    robot.clickOn("#review");
    await(() -> robot.lookup("#run").tryQuery().isPresent());
    robot.clickOn("#run");
  }

  private boolean visible(String id) {
    return robot.lookup(id).tryQuery().map(Node::isVisible).orElse(false);
  }

  @Test
  void anUnreachableServerIsSaidInWordsAndTheWindowStaysAlive() throws Exception {
    open(Wish.url("postgresql://nobody@127.0.0.1:1/nowhere"), Path.of("db"), Theme.LIGHT);
    await(() -> visible("#database-trouble"));
    shoot("unreachable");
    assertEquals(17, list().getItems().size());
    robot.clickOn("#revision-filter");
    robot.interact(() -> node("#revision-filter", TextInputControl.class).setText("audit"));
    await(() -> list().getItems().size() < 17);
    shoot("filtered");
  }

  @Test
  void withoutAProjectTheWindowSaysWhatToDo() throws Exception {
    open(Wish.none(), Files.createDirectories(home.resolve("nothing")), Theme.DARK);
    await(() -> robot.lookup("#empty-page").tryQuery().isPresent() && visibleText("No project"));
    shoot("empty");
  }

  private boolean visibleText(String start) {
    return robot
        .lookup((Node node) -> node instanceof Label label && label.getText().startsWith(start))
        .tryQuery()
        .isPresent();
  }

  private ProjectSession open(Wish wish, Path directory, Theme theme) throws TimeoutException {
    UserContext user =
        new UserContext(
            Map.of("RETORT_HOME", home.resolve("retort").toString()),
            home,
            "tester",
            UserContext.Os.LINUX);
    Retort retort = new Retort(new Surroundings(user, Path.of(""), InstantSource.system()));
    ProjectSession session = new ProjectSession(retort, background, settings -> Optional.empty());
    opened = Optional.of(session);
    Stages.show(
        stage -> {
          Scene content = new MainWindow(session, background, theme).scene(1000, 700);
          scene = Optional.of(content);
          stage.setScene(content);
          stage.show();
          session.open(Optional.of(directory.toAbsolutePath()), wish);
        });
    return session;
  }

  private static void baseline(PgDatabase database) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("db/legacy/migrations_pre_alembic"))) {
      for (Path file : files.sorted().toList()) {
        database.execute(Files.readString(file));
      }
    }
  }

  /** A profile of the user's, called staging. */
  private Wish own(PgDatabase database) {
    WindowRig.write(
        home.resolve("retort/config/profiles.toml"),
        "[profiles.staging]\nurl = \"%s\"\nenvironment = \"staging\"\n".formatted(url(database)));
    return Wish.profile("staging");
  }

  private static String url(PgDatabase database) {
    ConnectionSettings settings = database.settings();
    return "postgresql://%s@%s/%s"
        .formatted(settings.user(), settings.hosts().getFirst(), settings.database());
  }

  @SuppressWarnings("unchecked")
  private ListView<Object> list() {
    return (ListView<Object>) node("#revisions", ListView.class);
  }

  private <T extends Node> T node(String id, Class<T> type) {
    return robot.lookup(id).queryAs(type);
  }

  private String text(String id) {
    return robot.lookup(id).<Label>tryQuery().map(Label::getText).orElse("");
  }

  private static void await(BooleanSupplier condition) throws TimeoutException {
    // On the toolkit's thread: elsewhere, nodes come and go while they are looked for.
    WaitForAsyncUtils.waitFor(
        30,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition::getAsBoolean));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void shoot(String name) {
    shoot(name, Screens.FORMS);
  }

  private void shoot(String name, List<Dimension2D> sizes) {
    WaitForAsyncUtils.waitForFxEvents();
    Screens.save(scene.orElseThrow(), name, sizes);
  }
}
