package dev.retort.ui.shell;

import dev.retort.ui.widget.Theme;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * Keeps how the window was left, from one start to the next. Nothing depends on it: without its
 * file, or with one that cannot be read, the window opens as it does first. Blocks.
 */
final class WindowMemory {
  private final Path file;

  /**
   * A memory in a file.
   *
   * @param file made when something is kept first
   */
  WindowMemory(Path file) {
    this.file = file;
  }

  /**
   * How a window was left.
   *
   * @param theme what was chosen in place of the operating system's own; empty to follow that
   * @param divider where the graph ends and the inspector begins, from 0 to 1
   */
  record Look(
      Optional<Theme> theme, double width, double height, boolean maximized, double divider) {
    /** A window that has never been open. */
    static final Look FIRST = new Look(Optional.empty(), 1280, 800, false, 0.62);

    /** The same with another theme. */
    Look with(Optional<Theme> chosen) {
      return new Look(chosen, width, height, maximized, divider);
    }
  }

  /** How the window was left last. */
  Look find() {
    Properties all = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      all.load(in);
    } catch (IOException | IllegalArgumentException unreadable) {
      return Look.FIRST;
    }
    return new Look(
        theme(all.getProperty("theme", "")),
        number(all, "width", 900, 10_000, Look.FIRST.width()),
        number(all, "height", 600, 10_000, Look.FIRST.height()),
        Boolean.parseBoolean(all.getProperty("maximized")),
        number(all, "divider", 0.05, 0.95, Look.FIRST.divider()));
  }

  private static Optional<Theme> theme(String name) {
    for (Theme theme : Theme.values()) {
      if (theme.name().equalsIgnoreCase(name)) {
        return Optional.of(theme);
      }
    }
    return Optional.empty();
  }

  private static double number(
      Properties all, String key, double least, double most, double otherwise) {
    try {
      double value = Double.parseDouble(all.getProperty(key, ""));
      return value >= least && value <= most ? value : otherwise;
    } catch (NumberFormatException edited) {
      return otherwise;
    }
  }

  /** Keeps how the window is. */
  synchronized void keep(Look look) throws IOException {
    Properties all = new Properties();
    look.theme()
        .ifPresent(theme -> all.setProperty("theme", theme.name().toLowerCase(Locale.ROOT)));
    all.setProperty("width", Double.toString(look.width()));
    all.setProperty("height", Double.toString(look.height()));
    all.setProperty("maximized", Boolean.toString(look.maximized()));
    all.setProperty("divider", Double.toString(look.divider()));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (Writer out = Files.newBufferedWriter(fresh)) {
      all.store(out, "How the window was left");
    }
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
