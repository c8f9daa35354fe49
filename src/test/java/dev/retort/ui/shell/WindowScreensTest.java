package dev.retort.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.engine.Retort;
import dev.retort.engine.Surroundings;
import dev.retort.profile.UserContext;
import dev.retort.profile.resolve.Wish;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.ui.Screens;
import dev.retort.ui.Stages;
import dev.retort.ui.Wholeness;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.FxBackground;
import dev.retort.ui.widget.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.geometry.Dimension2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Pictures of the whole window in its states, in both themes and from the smallest to a large size,
 * to be looked at. What can be checked without eyes is: nothing sticks out or lies over its
 * neighbour, and no words of the header or the action bar are cut off.
 */
@Tag("fx")
@Tag("window")
@Tag("db")
@ExtendWith(PgExtension.class)
class WindowScreensTest {
  private static final List<Dimension2D> ALL =
      Stream.concat(Screens.SIZES.stream(), Screens.README.stream()).distinct().toList();

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
  void theSampleHalfWayUp(PgDatabase database) throws Exception {
    at(database, "0012");
    open(Wish.profile("staging"), sample(database));
    await(() -> text("#position").equals("at 0012"));
    select(3);
    shoot("window-sample");
  }

  @Test
  void severalHeads(PgDatabase database) throws Exception {
    at(database, "0002");
    Path project =
        project(
            "heads",
            revision("0001", "", "create orders"),
            revision("0002", "0001", "index orders by account"),
            revision("0003", "0002", "slices get a venue"),
            revision("0004", "0002", "audit log for every change of an order"));
    open(database, project);
    await(() -> text("#position").equals("at 0002"));
    select(0);
    shoot("window-heads");
  }

  @Test
  void noRevisions(PgDatabase database) throws Exception {
    open(database, project("empty"));
    await(() -> text("#position").equals("at base"));
    shoot("window-no-revisions");
  }

  @Test
  void brokenFiles(PgDatabase database) throws Exception {
    Path project =
        project(
            "broken",
            revision("0001", "", "create orders"),
            revision("0002", "0001", "has an unknown mark") + "-- @downgrde\nSELECT 1;\n",
            revision("0003", "0009", "revises nothing that is here"),
            revision("0004", "0001", "transaction control") + "COMMIT;\n");
    open(database, project);
    await(() -> robot.lookup("#file-problems").tryQuery().isPresent());
    shoot("window-broken-files");
  }

  @Test
  void aRevisionThatNoFileHas(PgDatabase database) throws Exception {
    at(database, "ae1027a6acf");
    open(database, Path.of("db"));
    await(() -> robot.lookup("#unknown-rows").tryQuery().isPresent());
    select(0);
    shoot("window-unknown");
  }

  @Test
  void longNamesOfEverything(PgDatabase database) throws Exception {
    String message =
        "move the settlement instructions of every counterparty to the new table, keep the old"
            + " column until the next quarter, and write down who changed what";
    List<String> files = new ArrayList<>();
    String before = "";
    for (int i = 1; i <= 30; i++) {
      String id = "20250108091244_%04d_settle".formatted(i);
      files.add(revision(id, before, message));
      before = id;
    }
    Path project =
        project(
            "a-project-with-quite-a-long-name-of-its-own-for-settlement-instructions",
            files.toArray(String[]::new));
    at(database, "20250108091244_0021_settle");
    open(database, project);
    await(() -> text("#position").contains("0021"));
    select(4);
    shoot("window-long");
  }

  private static void at(PgDatabase database, String revision) {
    database.execute(
        "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY);"
            + " INSERT INTO alembic_version VALUES ('"
            + revision
            + "')");
  }

  private static String revision(String id, String revises, String message) {
    return """
    -- %s
    --
    -- Revision ID: %s
    -- Revises: %s
    -- Create Date: 2025-01-08 09:12:44+00:00

    -- @upgrade
    CREATE TABLE t_%s (id int);

    -- @downgrade
    DROP TABLE t_%s;
    """
        .formatted(message, id, revises, id, id);
  }

  private Path project(String name, String... files) throws IOException {
    Path root = home.resolve(name);
    Path migrations = Files.createDirectories(root.resolve("migrations"));
    Files.writeString(root.resolve("retort.toml"), "[migrations]\nlocations = [\"migrations\"]\n");
    for (int i = 0; i < files.length; i++) {
      Files.writeString(migrations.resolve("%04d_r.sql".formatted(i + 1)), files[i]);
    }
    return root;
  }

  /** The sample's files with a database of this machine's behind one of its profiles. */
  private Path sample(PgDatabase database) throws IOException {
    Path copy = Files.createDirectories(home.resolve("trading/db"));
    Path migrations = Files.createDirectories(copy.resolve("migrations"));
    try (Stream<Path> files = Files.list(Path.of("db/migrations"))) {
      for (Path file : files.toList()) {
        Files.copy(file, migrations.resolve(file.getFileName()));
      }
    }
    Files.writeString(
        copy.resolve("retort.toml"),
        """
        [migrations]
        locations = ["migrations"]

        [profiles.staging]
        url = "%s"
        environment = "staging"

        [profiles.production]
        url = "postgresql://deploy@db.production.example/trading_db"
        environment = "production"
        """
            .formatted(WindowRig.url(database)));
    return Objects.requireNonNull(copy.getParent());
  }

  private void open(PgDatabase database, Path directory) throws TimeoutException {
    open(Wish.url(WindowRig.url(database)), directory);
  }

  private void open(Wish wish, Path directory) throws TimeoutException {
    UserContext user =
        new UserContext(
            Map.of("RETORT_HOME", home.resolve("retort").toString()),
            home,
            "tester",
            UserContext.Os.LINUX);
    Retort retort = new Retort(new Surroundings(user, Path.of(""), InstantSource.system()));
    ProjectSession session = new ProjectSession(retort, background, asked -> Optional.empty());
    opened = Optional.of(session);
    Stages.show(
        stage -> {
          Scene content = new MainWindow(session, background, Theme.LIGHT).scene(1000, 700);
          scene = Optional.of(content);
          stage.setScene(content);
          stage.show();
          session.open(Optional.of(directory.toAbsolutePath()), wish);
        });
  }

  private void select(int row) {
    ListView<Object> list = robot.lookup("#revisions").queryListView();
    robot.interact(() -> list.getSelectionModel().clearAndSelect(row));
  }

  private String text(String id) {
    return robot.lookup(id).<Label>tryQuery().map(Label::getText).orElse("");
  }

  private void shoot(String name) throws IOException {
    WaitForAsyncUtils.waitForFxEvents();
    Screens.save(
        scene.orElseThrow(),
        name,
        ALL,
        shown -> {
          List.of("#pending", "#review", "#theme").forEach(id -> assertWhole(shown, id));
          assertEquals(
              List.of(),
              Wholeness.flaws(shown),
              () -> name + " at " + shown.getWidth() + " x " + shown.getHeight());
        });
  }

  private static void assertWhole(Scene shown, String id) {
    Region node = (Region) shown.lookup(id);
    double right = node.localToScene(node.getLayoutBounds()).getMaxX();
    String where = id + " at " + shown.getWidth() + " x " + shown.getHeight();
    assertTrue(node.getWidth() >= node.prefWidth(-1) - 1, () -> where + " is cut off");
    assertTrue(right <= shown.getWidth(), () -> where + " is pushed out");
  }

  private static void await(BooleanSupplier condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        30,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition::getAsBoolean));
    WaitForAsyncUtils.waitForFxEvents();
  }
}
