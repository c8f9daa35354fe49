package dev.retort.ui.shell;

import dev.retort.revision.RevisionId;
import dev.retort.ui.graph.Place;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Keeps where a reader was in the graph of each project, from one start to the next. Nothing
 * depends on it: without its file, or with one that cannot be read, one begins at the top. Blocks.
 */
final class Places {
  private final Path file;

  /**
   * Places in a file.
   *
   * @param file made when something is kept first
   */
  Places(Path file) {
    this.file = file;
  }

  /** Where a reader was last; empty if that is not known. */
  Optional<Place> find(Path project) throws IOException {
    Properties all = read();
    String key = project.toString();
    String zoom = all.getProperty(key + ".zoom");
    return zoom == null
        ? Optional.empty()
        : Optional.of(new Place(id(all, key + ".top"), id(all, key + ".selected"), number(zoom)));
  }

  private static Optional<RevisionId> id(Properties all, String key) {
    String value = all.getProperty(key, "");
    return value.isBlank() ? Optional.empty() : Optional.of(new RevisionId(value));
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException edited) {
      return 1;
    }
  }

  /** Keeps where a reader is. */
  synchronized void keep(Path project, Place place) throws IOException {
    Properties all = read();
    String key = project.toString();
    all.setProperty(key + ".top", place.top().map(RevisionId::value).orElse(""));
    all.setProperty(key + ".selected", place.selected().map(RevisionId::value).orElse(""));
    all.setProperty(key + ".zoom", Double.toString(place.zoom()));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (Writer out = Files.newBufferedWriter(fresh)) {
      all.store(out, "Where one was in the graph of each project");
    }
    Files.move(fresh, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private Properties read() throws IOException {
    Properties all = new Properties();
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        all.load(in);
      }
    }
    return all;
  }
}
