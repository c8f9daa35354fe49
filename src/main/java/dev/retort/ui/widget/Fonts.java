package dev.retort.ui.widget;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.text.Font;

/**
 * The fonts that come with the client, so that it looks the same everywhere: Inter for words,
 * JetBrains Mono for SQL and ids. Both are under the SIL Open Font License, whose text lies beside
 * them in their archives.
 */
final class Fonts {
  private static final String FOLDER = "/com/formdev/flatlaf/fonts/";
  private static final List<String> FILES =
      List.of(
          "inter/Inter-Regular.otf",
          "inter/Inter-SemiBold.otf",
          "inter/Inter-Bold.otf",
          "inter/Inter-Italic.otf",
          "jetbrains_mono/JetBrainsMono-Regular.ttf",
          "jetbrains_mono/JetBrainsMono-Bold.ttf");

  private Fonts() {}

  /** The toolkit keeps a font for good, so each is read once. */
  private static final class Loaded {
    static final List<Font> FONTS = FILES.stream().map(Loaded::load).toList();

    private static Font load(String file) {
      try (InputStream in = Fonts.class.getResourceAsStream(FOLDER + file)) {
        return Objects.requireNonNull(Font.loadFont(Objects.requireNonNull(in, file), 13), file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Makes them known to the toolkit; gives how many there are. */
  static int load() {
    return Loaded.FONTS.size();
  }
}
