package dev.retort.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * Tells when the frame with the first revisions in it has been painted, where the system property
 * {@code retort.start-time} names a file for that time, in milliseconds since 1970; then closes the
 * window. Elsewhere it does nothing. When the process began only whoever started it knows exactly.
 */
public final class StartTime extends AnimationTimer {
  /** Names the file. */
  public static final String PROPERTY = "retort.start-time";

  private final Scene scene;
  private final Path file;
  private final Runnable close;
  private boolean laidOut;

  private StartTime(Scene scene, Path file, Runnable close) {
    this.scene = scene;
    this.file = file;
    this.close = close;
  }

  /**
   * Begins to look, if that is wanted.
   *
   * @param close closes the window
   */
  static void measure(Scene scene, Runnable close) {
    Optional.ofNullable(System.getProperty(PROPERTY))
        .map(Path::of)
        .ifPresent(file -> new StartTime(scene, file, close).start());
  }

  /** Called before each frame: what was laid out for the last one has been painted in it. */
  @Override
  public void handle(long now) {
    if (laidOut) {
      stop();
      write();
      close.run();
      return;
    }
    laidOut = scene.getRoot().lookupAll(".graph-row").stream().anyMatch(StartTime::isShown);
  }

  private static boolean isShown(Node row) {
    return row.isVisible() && row.getLayoutBounds().getWidth() > 0 && row.getScene() != null;
  }

  private void write() {
    try {
      Files.writeString(file, System.currentTimeMillis() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
