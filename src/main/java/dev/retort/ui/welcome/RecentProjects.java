package dev.retort.ui.welcome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Keeps which projects were open, the last one first: a file with one folder a line, beside the
 * user's other data. Folders that are gone are passed over but kept, for a disk may only be away.
 * Any thread; blocks.
 */
public final class RecentProjects {
  private static final int KEPT = 20;

  private final Path file;

  /**
   * Projects in a file.
   *
   * @param file made when something is kept first
   */
  public RecentProjects(Path file) {
    this.file = file;
  }

  /** Those that are still there, the last one first. */
  public List<Path> all() throws IOException {
    return read().stream().filter(Files::isDirectory).toList();
  }

  /** Puts a project first. */
  public synchronized void opened(Path root) throws IOException {
    Path folder = root.toAbsolutePath().normalize();
    List<Path> now = new ArrayList<>(read());
    if (!now.isEmpty() && now.getFirst().equals(folder)) {
      return;
    }
    now.remove(folder);
    now.addFirst(folder);
    write(now.subList(0, Math.min(KEPT, now.size())));
  }

  /** Takes a project off the list; its files stay as they are. */
  public synchronized void forget(Path root) throws IOException {
    List<Path> now = new ArrayList<>(read());
    if (now.remove(root)) {
      write(now);
    }
  }

  private List<Path> read() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> !line.isBlank()).flatMap(RecentProjects::path).toList();
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }

  private static Stream<Path> path(String line) {
    try {
      return Stream.of(Path.of(line));
    } catch (InvalidPathException edited) {
      return Stream.empty();
    }
  }

  private void write(List<Path> now) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.write(fresh, now.stream().map(Path::toString).toList());
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
