package dev.retort.ui.shell;

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
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Nothing changes a production database unless its name is typed, whatever is clicked or pressed.
 */
@Tag("fx")
@Tag("window")
@Tag("db")
@ExtendWith(PgExtension.class)
class ProductionGuardTest {
  private static final List<KeyCode> KEYS =
      List.of(
          KeyCode.ENTER,
          KeyCode.SPACE,
          KeyCode.TAB,
          KeyCode.U,
          KeyCode.D,
          KeyCode.S,
          KeyCode.DOWN,
          KeyCode.UP,
          KeyCode.ESCAPE,
          KeyCode.Y,
          KeyCode.LEFT,
          KeyCode.RIGHT,
          KeyCode.F5,
          KeyCode.E,
          KeyCode.N,
          KeyCode.DELETE);

  private static final List<String> WORDS =
      List.of("", "head", "base", "0001", "+1", "yes", "production", "postgres", "DROP");

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
  void theObviousWaysLeadNowhereAndTheNameDoes(PgDatabase database) throws Exception {
    open(database);
    robot.clickOn("#review");
    await(() -> visible("#database-name"));
    assertTrue(button("#run").isDisabled());

    robot.clickOn("#run");
    robot.doubleClickOn("#run");
    press(KeyCode.ENTER, KeyCode.SPACE);
    robot.interact(() -> button("#run").requestFocus());
    press(KeyCode.ENTER, KeyCode.SPACE);
    robot.interact(() -> button("#run").fire());
    for (String almost :
        List.of(
            " ",
            "production",
            name(database) + " ",
            name(database).toUpperCase(java.util.Locale.ROOT) + "X")) {
      robot.interact(() -> typed().setText(almost));
      robot.interact(() -> typed().requestFocus());
      press(KeyCode.ENTER);
      robot.clickOn("#run");
      assertTrue(button("#run").isDisabled(), almost);
    }
    assertUnchanged(database);

    robot.interact(() -> typed().setText(name(database)));
    assertFalse(button("#run").isDisabled());
    shoot("production-review");
    robot.interact(() -> button("#run").fire());
    await(() -> text("#run-message").startsWith("Done"));
    assertTrue(database.holds("to_regclass('orders') IS NOT NULL"));
  }

  @Test
  void noSequenceOfKeysClicksAndWordsRunsAnything(PgDatabase database) throws Exception {
    long seed = Long.getLong("guard.seed", 20_261_123L);
    Random random = new Random(seed);
    open(database);
    for (int turn = 0; turn < 220; turn++) {
      switch (random.nextInt(5)) {
        case 0, 1 -> clickSomething(random);
        case 2 -> typeSomething(random);
        default -> press(KEYS.get(random.nextInt(KEYS.size())));
      }
    }
    WaitForAsyncUtils.waitForFxEvents();
    assertUnchanged(database);
    assertTrue(own().contains("environment = \"production\""), own());
  }

  private void selectLastProfile() {
    robot.interact(
        () -> {
          ListView<?> profiles = robot.lookup("#profiles").queryListView();
          profiles.requestFocus();
          profiles.getSelectionModel().selectLast();
        });
  }

  @Test
  void aProductionProfileIsNotMadeAnyOtherWithoutItsDatabasesName(PgDatabase database)
      throws Exception {
    open(database);
    selectLastProfile();
    press(KeyCode.E);
    await(() -> visible("#save-profile"));
    robot.interact(() -> robot.lookup("#environment-development").queryAs(ButtonBase.class).fire());
    robot.interact(() -> button("#save-profile").fire());
    await(() -> visible("#guard-name"));
    shoot("profile-guarded");
    for (String almost : List.of("", "yes", name(database) + " ")) {
      robot.interact(() -> guardName().setText(almost));
      robot.interact(() -> button("#save-profile").fire());
      WaitForAsyncUtils.waitForFxEvents();
      assertTrue(visible("#guard-name"), almost);
      assertTrue(own().contains("production"), almost);
    }
    robot.interact(() -> guardName().setText(name(database)));
    robot.interact(() -> button("#save-profile").fire());
    await(() -> !visible("#save-profile"));
    assertFalse(own().contains("production"), own());
  }

  @Test
  void aProductionProfileIsNotDeletedWithoutItsDatabasesName(PgDatabase database) throws Exception {
    open(database);
    selectLastProfile();
    press(KeyCode.DELETE);
    await(() -> visible("#delete-question"));
    TextInputControl name = robot.lookup("#delete-name").queryTextInputControl();
    assertTrue(name.isFocused());
    shoot("profile-delete-guarded");
    for (String almost : List.of("", "mine", "yes", name(database) + " ")) {
      robot.interact(() -> name.setText(almost));
      press(KeyCode.ENTER);
      robot.clickOn("#delete-profile");
      robot.interact(() -> button("#delete-profile").fire());
      WaitForAsyncUtils.waitForFxEvents();
      assertTrue(button("#delete-profile").isDisabled(), almost);
      assertTrue(own().contains("profiles.mine"), almost);
    }
    robot.interact(() -> name.setText(name(database)));
    robot.clickOn("#delete-profile");
    await(() -> robot.lookup("#profiles").<Object>queryListView().getItems().size() == 2);
    assertFalse(own().contains("profiles.mine"), own());
    assertUnchanged(database);
  }

  /**
   * Any control that does something, but those that lead out of the window, as file choosers do.
   */
  private void clickSomething(Random random) {
    List<Node> controls =
        robot
            .lookup(
                (Node node) ->
                    node instanceof ButtonBase && WindowRig.shown(node) && !node.isDisabled())
            .queryAll()
            .stream()
            .filter(node -> node.getId() != null && !leadsOut(node.getId()))
            .sorted(Comparator.comparing(Node::getId))
            .toList();
    if (!controls.isEmpty()) {
      ButtonBase one = (ButtonBase) controls.get(random.nextInt(controls.size()));
      robot.interact(
          () -> {
            if (one instanceof MenuButton menu && !menu.getItems().isEmpty()) {
              menu.getItems().get(random.nextInt(menu.getItems().size())).fire();
            } else if (one instanceof ToggleButton toggle) {
              toggle.fire();
            } else {
              one.fire();
            }
          });
    }
  }

  private static boolean leadsOut(String id) {
    return id.endsWith("-choose")
        || id.startsWith("save-run")
        || id.startsWith("open-")
        || id.equals("project");
  }

  /** Into whatever takes words, none of which is the database's name. */
  private void typeSomething(Random random) {
    List<Node> fields =
        robot
            .lookup((Node node) -> node instanceof TextInputControl && WindowRig.shown(node))
            .queryAll()
            .stream()
            .filter(node -> node.getId() != null)
            .sorted(Comparator.comparing(Node::getId))
            .toList();
    if (!fields.isEmpty()) {
      TextInputControl one = (TextInputControl) fields.get(random.nextInt(fields.size()));
      String word = WORDS.get(random.nextInt(WORDS.size()));
      robot.interact(
          () -> {
            one.requestFocus();
            one.setText(word);
          });
    }
  }

  private String own() throws IOException {
    return Files.readString(home.resolve("retort/config/profiles.toml"));
  }

  private TextInputControl guardName() {
    return robot.lookup("#guard-name").queryTextInputControl();
  }

  private void press(KeyCode... keys) {
    for (KeyCode key : keys) {
      robot.press(key).release(key);
    }
  }

  private void open(PgDatabase database) throws IOException, TimeoutException {
    ConnectionSettings settings = database.settings();
    Path project = Files.createDirectories(home.resolve("shop"));
    Files.createDirectories(project.resolve("migrations"));
    Files.writeString(
        project.resolve("retort.toml"),
        """
        [migrations]
        locations = ["migrations"]

        [profiles.live]
        url = "postgresql://%s@%s/%s"
        environment = "production"
        """
            .formatted(settings.user(), settings.hosts().getFirst(), settings.database()));
    Files.writeString(
        project.resolve("migrations/0001_orders.sql"),
        "-- @upgrade\nCREATE TABLE orders (id int);\n-- @downgrade\nDROP TABLE orders;\n");
    WindowRig.write(
        home.resolve("retort/config/profiles.toml"),
        "[profiles.mine]\nurl = \"postgresql://%s@%s/%s\"\nenvironment = \"production\"\n"
            .formatted(settings.user(), settings.hosts().getFirst(), settings.database()));
    // The sandbox is not what is tested here, and must not take the time to be unpacked.
    WindowRig.write(home.resolve("retort/cache"), "in its way");
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
          Scene content =
              new MainWindow(
                      session,
                      background,
                      new ThemeChoice(Theme.LIGHT, Optional.empty()),
                      (title, owner) -> Optional.empty(),
                      (title, name, owner) -> Optional.empty())
                  .scene(1000, 700);
          scene = Optional.of(content);
          stage.setScene(content);
          stage.show();
          session.open(Optional.of(project), Wish.profile("live"));
        });
    await(() -> text("#pending").equals("1 pending") && !button("#review").isDisabled());
  }

  private static void assertUnchanged(PgDatabase database) {
    assertTrue(
        database.holds("to_regclass('orders') IS NULL AND to_regclass('alembic_version') IS NULL"));
  }

  private static String name(PgDatabase database) {
    return database.settings().database();
  }

  private TextInputControl typed() {
    return robot.lookup("#database-name").queryTextInputControl();
  }

  private Button button(String id) {
    return robot.lookup(id).queryButton();
  }

  private boolean visible(String id) {
    return robot.lookup(id).tryQuery().map(Node::isVisible).orElse(false);
  }

  private String text(String id) {
    return robot.lookup(id).<Label>tryQuery().map(Label::getText).orElse("");
  }

  private void shoot(String name) throws IOException {
    WaitForAsyncUtils.waitForFxEvents();
    Screens.save(scene.orElseThrow(), name, Screens.FORMS);
  }

  private static void await(BooleanSupplier condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        30,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition::getAsBoolean));
    WaitForAsyncUtils.waitForFxEvents();
  }
}
