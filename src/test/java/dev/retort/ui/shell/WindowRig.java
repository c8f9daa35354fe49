package dev.retort.ui.shell;

import dev.retort.engine.Retort;
import dev.retort.engine.Surroundings;
import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.UserContext;
import dev.retort.profile.resolve.Wish;
import dev.retort.testing.PgDatabase;
import dev.retort.ui.Screens;
import dev.retort.ui.Stages;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.FxBackground;
import dev.retort.ui.widget.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A whole window on a project and a home folder of its own, to be clicked and photographed. */
final class WindowRig implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  private final FxRobot robot = new FxRobot();
  private final FxBackground background = new FxBackground();
  private final Path home;
  private final Path project;
  private final Retort retort;
  private final ProjectSession session;
  private final Heartbeat heartbeat = new Heartbeat();
  private Optional<Scene> scene = Optional.empty();
  private Optional<Path> saved = Optional.empty();
  private Optional<MainWindow> window = Optional.empty();

  /** A rig in a folder of the test's; nothing is shown yet. */
  WindowRig(Path home) {
    this(home, Map.of());
  }

  /** The same with some variables of the environment. */
  WindowRig(Path home, Map<String, String> variables) {
    this.home = home;
    this.project = home.resolve("trading");
    Map<String, String> all = new HashMap<>(variables);
    all.put("RETORT_HOME", home.resolve("retort").toString());
    UserContext user = new UserContext(all, home, "tester", UserContext.Os.LINUX);
    this.retort = new Retort(new Surroundings(user, home, InstantSource.system()));
    this.session = new ProjectSession(retort, background, settings -> Optional.empty());
    write(
        project.resolve("migrations/0001_orders.sql"),
        """
        -- extend orders for slicing
        --
        -- Revision ID: 0001
        -- Revises:
        -- Create Date: 2025-01-08 09:12:44+00:00

        -- @upgrade
        CREATE TABLE orders (id bigint PRIMARY KEY, quantity numeric(18, 4) NOT NULL);

        -- @downgrade
        DROP TABLE orders;
        """);
    write(
        project.resolve("migrations/0002_audit.sql"),
        """
        -- add audit log
        --
        -- Revision ID: 0002
        -- Revises: 0001
        -- Create Date: 2025-01-12 10:00:00+00:00

        -- @upgrade
        CREATE TABLE audit_log (id bigint PRIMARY KEY, at timestamptz NOT NULL DEFAULT now());

        -- @downgrade
        DROP TABLE audit_log;
        """);
    write(project.resolve("retort.toml"), "[migrations]\nlocations = [\"migrations\"]\n");
  }

  /** Writes a file and the folders above it. */
  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The user's own profiles, as a file. */
  WindowRig own(String toml) {
    write(home.resolve("retort/config/profiles.toml"), toml);
    return this;
  }

  /** Shows the window on a database that has a profile of the user's, called dev. */
  WindowRig showOn(PgDatabase database, Theme theme) throws TimeoutException {
    return own("[profiles.dev]\nurl = \"%s\"\n".formatted(url(database)))
        .show(Wish.profile("dev"), theme, 1000, 700);
  }

  /** The project's configuration. */
  WindowRig project(String toml) {
    write(project.resolve("retort.toml"), toml);
    return this;
  }

  /** Whatever is exported from now on goes here. */
  void saveTo(Path file) {
    saved = Optional.of(file);
  }

  /** Shows the window. */
  WindowRig show(Wish wish, Theme theme, int width, int height) throws TimeoutException {
    Stages.show(
        shown -> {
          MainWindow main =
              new MainWindow(
                  session,
                  background,
                  new ThemeChoice(theme, Optional.empty()),
                  (title, owner) -> Optional.empty(),
                  (title, name, owner) -> saved);
          window = Optional.of(main);
          Scene content = main.scene(width, height);
          main.guard(shown);
          scene = Optional.of(content);
          shown.setScene(content);
          shown.show();
          session.open(Optional.of(project), wish);
        });
    heartbeat.start();
    return this;
  }

  /** A URL that leads to a database as a role, through a port. */
  static String url(PgDatabase database, String role, int port) {
    return "postgresql://%s@localhost:%d/%s".formatted(role, port, database.name());
  }

  static String url(PgDatabase database) {
    ConnectionSettings settings = database.settings();
    return url(database, settings.user(), database.port());
  }

  Path home() {
    return home;
  }

  Path projectFolder() {
    return project;
  }

  Retort retort() {
    return retort;
  }

  ProjectSession session() {
    return session;
  }

  /** The window's content. */
  Scene scene() {
    return scene.orElseThrow();
  }

  FxRobot robot() {
    return robot;
  }

  MainWindow window() {
    return window.orElseThrow();
  }

  Heartbeat heartbeat() {
    return heartbeat;
  }

  void click(String id) {
    robot.clickOn(id);
    WaitForAsyncUtils.waitForFxEvents();
  }

  void type(String id, String text) {
    robot.interact(() -> node(id, TextInputControl.class).setText(text));
    WaitForAsyncUtils.waitForFxEvents();
  }

  <T extends Node> T node(String id, Class<T> type) {
    return robot.lookup(id).queryAs(type);
  }

  boolean visible(String id) {
    return robot.lookup(id).queryAll().stream().anyMatch(WindowRig::shown);
  }

  /** Whether a node can be seen. */
  static boolean shown(Node node) {
    for (Node one = node; one != null; one = one.getParent()) {
      if (!one.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null;
  }

  String text(String id) {
    return robot.lookup(id).<Labeled>tryQuery().map(Labeled::getText).orElse("");
  }

  /** Waits on the toolkit's thread: elsewhere, nodes come and go while they are looked for. */
  void await(String what, BooleanSupplier condition) {
    await(what, PATIENCE_SECONDS, condition);
  }

  /** The same for what takes its time, such as a server that has to be unpacked first. */
  void await(String what, int seconds, BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(
          seconds,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition::getAsBoolean));
    } catch (TimeoutException e) {
      throw new AssertionError("never came true: " + what, e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Keeps pictures in both themes and two sizes; the keyboard is where it was afterwards. */
  void shoot(String name) throws IOException {
    WaitForAsyncUtils.waitForFxEvents();
    Optional<Node> keyboard =
        WaitForAsyncUtils.waitForAsyncFx(
            10_000, () -> Optional.ofNullable(scene.orElseThrow().getFocusOwner()));
    Screens.save(scene.orElseThrow(), name, Screens.FORMS);
    robot.interact(() -> keyboard.ifPresent(Node::requestFocus));
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** The same, and in the size of the README's pictures. */
  void shootForReadme(String name) {
    WaitForAsyncUtils.waitForFxEvents();
    Screens.save(scene.orElseThrow(), name, Screens.README);
  }

  /**
   * The same for what goes away once the keyboard is elsewhere: the content stays in its window.
   */
  void shootAsItIs(String name) {
    WaitForAsyncUtils.waitForFxEvents();
    Screens.saveInPlace(scene.orElseThrow(), name, Screens.FORMS);
  }

  @Override
  public void close() throws TimeoutException {
    heartbeat.stop();
    session.close();
    background.close();
    Stages.close();
  }
}
