package dev.retort.ui.shell;

import dev.retort.engine.Retort;
import dev.retort.profile.resolve.Wish;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.shell.WindowMemory.Look;
import dev.retort.ui.task.Background;
import dev.retort.ui.task.FxBackground;
import dev.retort.ui.welcome.RecentProjects;
import dev.retort.ui.widget.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** Starts the toolkit, shows the window and stays until it is closed. */
public final class Launcher {
  private Launcher() {}

  /**
   * Opens the client and returns when its window is closed and the sandbox let go of. Must not be
   * called on the toolkit's thread.
   *
   * @param directory the project's folder, if one was named
   */
  public static void open(Retort retort, Optional<Path> directory, Wish wish) {
    CountDownLatch closed = new CountDownLatch(1);
    WindowMemory memory = new WindowMemory(retort.folders().data().resolve("window.properties"));
    Look look = memory.find();
    try (Background background = new FxBackground()) {
      // Nothing asks for a password here: where one is missing the connection fails, and the window
      // has a field for it.
      try (ProjectSession session =
          new ProjectSession(retort, background, settings -> Optional.empty())) {
        // The toolkit would end with its last window, and what is to be kept of that one with it.
        Platform.setImplicitExit(false);
        Platform.startup(
            () -> {
              show(session, background, look, memory, closed);
              session.open(directory, wish, () -> last(retort, directory));
            });
        closed.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      Platform.exit();
    }
  }

  /** The projects that were open before. */
  static RecentProjects recent(Retort retort) {
    return new RecentProjects(retort.folders().data().resolve("projects"));
  }

  /** A folder that was named is opened or not; without one, the last project stands in. */
  private static Optional<Path> last(Retort retort, Optional<Path> directory) throws IOException {
    return directory.isPresent() ? Optional.empty() : recent(retort).all().stream().findFirst();
  }

  private static Theme systemTheme() {
    return Platform.getPreferences().getColorScheme() == ColorScheme.DARK
        ? Theme.DARK
        : Theme.LIGHT;
  }

  private static void show(
      ProjectSession session,
      Background background,
      Look look,
      WindowMemory memory,
      CountDownLatch closed) {
    ThemeChoice theme = new ThemeChoice(systemTheme(), look.theme());
    Platform.getPreferences()
        .colorSchemeProperty()
        .addListener(observable -> theme.system(systemTheme()));
    Stage stage = new Stage();
    stage.setTitle("Retort");
    stage.setMinWidth(900);
    stage.setMinHeight(600);
    stage
        .getIcons()
        .add(new Image(String.valueOf(Launcher.class.getResource("/dev/retort/ui/retort.png"))));
    MainWindow window =
        new MainWindow(
            session, background, theme, new DesktopFolderChooser(), new DesktopFileChoice());
    // An error of our own must neither vanish nor stop the toolkit.
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, problem) -> background.onToolkit(() -> window.unexpected(problem)));
    Scene scene = window.scene(look.width(), look.height());
    window.divider(look.divider());
    stage.setScene(scene);
    stage.setMaximized(look.maximized());
    window.guard(stage);
    stage.setOnHidden(
        event -> {
          Look left =
              new Look(
                  theme.chosen(),
                  stage.isMaximized() ? look.width() : scene.getWidth(),
                  stage.isMaximized() ? look.height() : scene.getHeight(),
                  stage.isMaximized(),
                  window.divider());
          keep(background, memory, left, closed);
        });
    stage.show();
    StartTime.measure(scene, stage::close);
  }

  /** The window is gone already; what is left to do takes no noticeable time. */
  private static void keep(
      Background background, WindowMemory memory, Look look, CountDownLatch closed) {
    background.run(
        () -> {
          memory.keep(look);
          return look;
        },
        kept -> closed.countDown(),
        // Not knowing it at the next start is no trouble worth a word.
        unwritable -> closed.countDown());
  }
}
