package dev.retort.ui;

import dev.retort.ui.widget.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.geometry.Dimension2D;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
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

  /** The two sizes that every state is looked at in. */
  public static final List<Dimension2D> FORMS = SIZES.subList(1, 3);

  /** Those, and the size of the pictures in the README. */
  public static final List<Dimension2D> README =
      List.of(SIZES.get(1), SIZES.get(2), new Dimension2D(1280, 800));

  /** Whether every picture is wanted, or one of each state; {@code -Dscreens=all}. */
  private static final boolean ALL = "all".equals(System.getProperty("screens"));

  /**
   * Writes what a scene shows: in both themes and in every size if all pictures are wanted, and in
   * the first size and the light theme otherwise.
   */
  public static void save(Scene shown, String name, List<Dimension2D> sizes) {
    save(shown, name, sizes(sizes), themes(), scene -> {});
  }

  private static List<Dimension2D> sizes(List<Dimension2D> sizes) {
    return ALL ? sizes : sizes.subList(0, 1);
  }

  private static List<Theme> themes() {
    return ALL ? List.of(Theme.values()) : List.of(Theme.LIGHT);
  }

  /**
   * Writes what a scene shows in both themes and in every size, wanted or not, for each is checked.
   * The headless platform's only screen is 1000 pixels wide, so the content is taken out of its
   * window for as long as that takes.
   *
   * @param check called on the toolkit's thread for every picture, with what it was taken of
   */
  public static void save(
      Scene shown, String name, List<Dimension2D> sizes, Consumer<Scene> check) {
    save(shown, name, sizes, List.of(Theme.values()), check);
  }

  private static void save(
      Scene shown,
      String name,
      List<Dimension2D> sizes,
      List<Theme> themes,
      Consumer<Scene> check) {
    Parent root = shown.getRoot();
    boolean dark = root.getStyleClass().contains("theme-dark");
    List<CompletableFuture<Void>> written = new ArrayList<>();
    WaitForAsyncUtils.waitForAsyncFx(10_000, () -> shown.setRoot(new Group()));
    try {
      for (Dimension2D size : sizes) {
        for (Theme theme : themes) {
          Scene scene = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> scene(root, theme, size));
          if (theme == Theme.LIGHT && !root.lookupAll(".diff-area").isEmpty()) {
            // A comparison is laid out anew, off the toolkit's thread, where it gets narrow or
            // wide.
            WaitForAsyncUtils.sleep(200, TimeUnit.MILLISECONDS);
            WaitForAsyncUtils.waitForFxEvents();
          }
          WritableImage picture =
              WaitForAsyncUtils.waitForAsyncFx(30_000, () -> picture(scene, check));
          String form = form(name, theme, size);
          // A picture is packed while the next one is painted.
          written.add(CompletableFuture.runAsync(() -> write(picture, form)));
        }
      }
    } finally {
      WaitForAsyncUtils.waitForAsyncFx(
          10_000,
          () -> {
            shown.setRoot(root);
            root.resize(shown.getWidth(), shown.getHeight());
            (dark ? Theme.DARK : Theme.LIGHT).applyTo(shown);
            // Whoever clicks next looks where things are.
            root.applyCss();
            root.layout();
          });
      WaitForAsyncUtils.waitForFxEvents();
      written.forEach(CompletableFuture::join);
    }
  }

  /**
   * The same without taking the content out of its window, for what the keyboard must not leave.
   */
  public static void saveInPlace(Scene shown, String name, List<Dimension2D> sizes) {
    Parent root = shown.getRoot();
    boolean dark = root.getStyleClass().contains("theme-dark");
    for (Theme theme : themes()) {
      for (Dimension2D size : sizes(sizes)) {
        write(
            WaitForAsyncUtils.waitForAsyncFx(30_000, () -> picture(shown, theme, size)),
            form(name, theme, size));
      }
    }
    WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          root.resize(shown.getWidth(), shown.getHeight());
          (dark ? Theme.DARK : Theme.LIGHT).applyTo(shown);
        });
  }

  private static WritableImage picture(Scene shown, Theme theme, Dimension2D size) {
    theme.applyTo(shown);
    shown.getRoot().resize(size.getWidth(), size.getHeight());
    shown.getRoot().applyCss();
    shown.getRoot().layout();
    return shown
        .getRoot()
        .snapshot(null, new WritableImage((int) size.getWidth(), (int) size.getHeight()));
  }

  private static String form(String name, Theme theme, Dimension2D size) {
    return "%s-%.0fx%.0f-%s"
        .formatted(name, size.getWidth(), size.getHeight(), theme.name().toLowerCase(Locale.ROOT));
  }

  private static Scene scene(Parent root, Theme theme, Dimension2D size) {
    Scene scene = new Scene(root, size.getWidth(), size.getHeight());
    // Some controls keep the colours of the scene they were in, until the theme of theirs changes.
    theme.other().applyTo(scene);
    root.applyCss();
    theme.applyTo(scene);
    // What is shown of a text is decided in one layout and shown by the next; to lay out, a picture
    // of one pixel is enough.
    scene.snapshot(new WritableImage(1, 1));
    scene.snapshot(new WritableImage(1, 1));
    return scene;
  }

  private static WritableImage picture(Scene scene, Consumer<Scene> check) {
    WritableImage picture = scene.snapshot(null);
    check.accept(scene);
    scene.setRoot(new Group());
    return picture;
  }

  /** Writes a picture as PNG. */
  public static void save(WritableImage picture, String name) {
    write(picture, name);
  }

  private static void write(WritableImage picture, String name) {
    int width = (int) picture.getWidth();
    int height = (int) picture.getHeight();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] pixels = new int[width * height];
    picture
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    image.getRaster().setDataElements(0, 0, width, height, pixels);
    Path file = Path.of("target", "screens", name + ".png");
    try {
      Files.createDirectories(file.getParent());
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
