package dev.retort.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.engine.Retort;
import dev.retort.engine.Surroundings;
import dev.retort.engine.author.NewProject;
import dev.retort.profile.UserContext;
import dev.retort.profile.resolve.Wish;
import dev.retort.ui.Screens;
import dev.retort.ui.Stages;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.FxBackground;
import dev.retort.ui.welcome.RecentProjects;
import dev.retort.ui.widget.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The client without a project, and the way from there to one. No server is asked anything. */
@Tag("fx")
class WelcomeTest {
  /** Nothing listens there, so that no sandbox is started. */
  private static final Wish NOWHERE = Wish.url("postgresql://nobody@127.0.0.1:1/nowhere");

  private final FxRobot robot = new FxRobot();
  private final FxBackground background = new FxBackground();
  private @TempDir Path home;
  private Optional<ProjectSession> opened = Optional.empty();
  private Optional<Scene> scene = Optional.empty();
  private Optional<Path> chosen = Optional.empty();

  @AfterEach
  void close() throws TimeoutException {
    opened.ifPresent(ProjectSession::close);
    background.close();
    Stages.close();
  }

  @Test
  void aFolderThatIsNoProjectCanBeMadeOne() throws Exception {
    Path folder = Files.createDirectories(home.resolve("orders"));
    show(folder, Theme.DARK);
    await(() -> text("#empty-page .title").equals("No project is open"));
    shoot("welcome-first");

    chosen = Optional.of(folder);
    robot.clickOn("#new-project");
    await(() -> project().equals("orders"));
    assertTrue(Files.exists(folder.resolve("retort.toml")));
    await(() -> recent().equals(List.of(folder)));
  }

  @Test
  void projectsThatWereOpenBeforeAreOpenedByClickAndByKey() throws Exception {
    Path billing = project("billing/db");
    Path trading = project("trading");
    show(Files.createDirectories(home.resolve("nothing")), Theme.LIGHT, billing, trading);
    await(() -> robot.lookup("#recent-projects").tryQuery().map(Node::isVisible).orElse(false));
    ListView<Path> list = robot.lookup("#recent-projects").queryListView();
    await(() -> list.getItems().equals(List.of(trading, billing)));
    shoot("welcome");

    robot.interact(
        () -> {
          list.requestFocus();
          list.getSelectionModel().select(1);
        });
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    await(() -> project().equals("billing"));
    await(() -> recent().equals(List.of(billing, trading)));
  }

  @Test
  void aProjectCanBeTakenOffTheListAndItsFilesStay() throws Exception {
    Path trading = project("trading");
    show(Files.createDirectories(home.resolve("nothing")), Theme.LIGHT, trading);
    ListView<Path> list = robot.lookup("#recent-projects").queryListView();
    await(() -> list.getItems().equals(List.of(trading)));
    robot.interact(
        () -> {
          list.requestFocus();
          list.getSelectionModel().select(0);
        });
    robot.press(KeyCode.DELETE).release(KeyCode.DELETE);
    await(() -> list.getItems().isEmpty());
    assertEquals(List.of(), recent());
    assertTrue(Files.exists(trading.resolve("retort.toml")));
    assertFalse(list.getParent().isVisible());
  }

  @Test
  void aProjectThatCannotBeMadeSaysWhy() throws Exception {
    Path trading = project("trading");
    show(Files.createDirectories(home.resolve("nothing")), Theme.LIGHT);
    chosen = Optional.of(trading);
    await(() -> text("#empty-page .title").equals("No project is open"));
    robot.clickOn("#new-project");
    await(() -> text("#welcome-trouble").startsWith("There is a project already"));
    shoot("welcome-trouble");
  }

  private Path project(String name) {
    Path folder = home.resolve(name);
    NewProject.in(folder);
    return folder;
  }

  private void show(Path directory, Theme theme, Path... before)
      throws IOException, TimeoutException {
    UserContext user =
        new UserContext(
            Map.of(
                "RETORT_HOME",
                home.resolve("retort").toString(),
                "PGHOST",
                "127.0.0.1",
                "PGPORT",
                "1"),
            home,
            "tester",
            UserContext.Os.LINUX);
    Retort retort = new Retort(new Surroundings(user, Path.of(""), InstantSource.system()));
    RecentProjects recent = Launcher.recent(retort);
    for (Path root : before) {
      recent.opened(root);
    }
    ProjectSession session = new ProjectSession(retort, background, settings -> Optional.empty());
    opened = Optional.of(session);
    Stages.show(
        stage -> {
          Scene content =
              new MainWindow(session, background, theme, (title, owner) -> chosen).scene(1000, 700);
          scene = Optional.of(content);
          stage.setScene(content);
          stage.show();
          session.open(Optional.of(directory), NOWHERE);
        });
  }

  private List<Path> recent() {
    try {
      return Launcher.recent(opened.orElseThrow().retort()).all();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String project() {
    return robot.lookup("#project").queryAs(MenuButton.class).getText();
  }

  private String text(String query) {
    return robot.lookup(query).<Label>tryQuery().map(Label::getText).orElse("");
  }

  private static void await(BooleanSupplier condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        30,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition::getAsBoolean));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void shoot(String name) throws IOException {
    WaitForAsyncUtils.waitForFxEvents();
    Screens.save(scene.orElseThrow(), name, Screens.FORMS);
  }
}
