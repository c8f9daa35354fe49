package dev.retort.ui.shell;

import dev.retort.engine.Retort;
import dev.retort.profile.resolve.Wish;
import dev.retort.ui.session.ProjectSession;
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
    try (Background background = new FxBackground()) {
      // A password is asked for by the window in a later release; until then it comes from the
      // usual places.
      try (ProjectSession session =
          new ProjectSession(retort, background, settings -> Optional.empty())) {
        Platform.startup(
            () -> {
              show(session, background, closed);
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

  private static void show(ProjectSession session, Background background, CountDownLatch closed) {
    Theme theme =
        Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
    Stage stage = new Stage();
    stage.setTitle("Retort");
    stage.setMinWidth(900);
    stage.setMinHeight(600);
    stage
        .getIcons()
        .add(new Image(String.valueOf(Launcher.class.getResource("/dev/retort/ui/retort.png"))));
    MainWindow window = new MainWindow(session, background, theme);
    stage.setScene(window.scene(1280, 800));
    window.guard(stage);
    stage.setOnHidden(event -> closed.countDown());
    stage.show();
  }
}
