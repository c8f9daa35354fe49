package dev.retort.ui;

import dev.retort.ui.widget.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Dimension2D;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/** Keeps pictures of the client in {@code target/screens}, to be looked at. */
public final class Screens {
  private Screens() {}

  /** From the smallest window to a large one. */
  public static final List<Dimension2D> SIZES =
      List.of(
          new Dimension2D(900, 600),
          new Dimension2D(1000, 700),
          new Dimension2D(1600, 1000),
          new Dimension2D(2560, 1440));

  /**
   * Writes what a scene shows in both themes and in every size. The headless platform's only screen
   * is 1000 pixels wide, so the content is taken out of its window for as long as that takes.
   *
   * @param check called on the toolkit's thread for every picture, with what it was taken of
   */
  public static void save(Scene shown, String name, List<Dimension2D> sizes, Consumer<Scene> check)
      throws IOException {
    Parent root = shown.getRoot();
    boolean dark = root.getStyleClass().contains("theme-dark");
    WaitForAsyncUtils.waitForAsyncFx(10_000, () -> shown.setRoot(new Group()));
    try {
      for (Theme theme : Theme.values()) {
        for (Dimension2D size : sizes) {
          save(
              WaitForAsyncUtils.waitForAsyncFx(30_000, () -> picture(root, theme, size, check)),
              "%s-%.0fx%.0f-%s"
                  .formatted(
                      name,
                      size.getWidth(),
                      size.getHeight(),
                      theme.name().toLowerCase(Locale.ROOT)));
        }
      }
    } finally {
      WaitForAsyncUtils.waitForAsyncFx(
          10_000,
          () -> {
            shown.setRoot(root);
            root.resize(shown.getWidth(), shown.getHeight());
            (dark ? Theme.DARK : Theme.LIGHT).applyTo(shown);
          });
    }
  }

  private static WritableImage picture(
      Parent root, Theme theme, Dimension2D size, Consumer<Scene> check) {
    Scene scene = new Scene(root, size.getWidth(), size.getHeight());
    theme.applyTo(scene);
    // What is shown of a text is decided in one layout and shown by the next.
    scene.snapshot(null);
    scene.snapshot(null);
    WritableImage picture = scene.snapshot(null);
    check.accept(scene);
    scene.setRoot(new Group());
    return picture;
  }

  /** Writes a picture as PNG. */
  public static void save(WritableImage picture, String name) throws IOException {
    int width = (int) picture.getWidth();
    int height = (int) picture.getHeight();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    PixelReader pixels = picture.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    Path file = Path.of("target", "screens", name + ".png");
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }
}
