package dev.retort.ui.widget.action;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Which actions were used last, the last one first: a file with one id a line, beside the user's
 * other data. Any thread; blocks.
 */
public final class RecentActions {
  private static final int KEPT = 20;

  private final Path file;

  /**
   * The list in a file.
   *
   * @param file made when something is kept first
   */
  public RecentActions(Path file) {
    this.file = file;
  }

  /** The ids, the last one first. */
  public synchronized List<String> all() throws IOException {
    return Files.exists(file)
        ? Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList()
        : List.of();
  }

  /** Puts an id first, and gives the list as it is then. */
  public synchronized List<String> used(String id) throws IOException {
    List<String> now = new ArrayList<>(all());
    now.remove(id);
    now.addFirst(id);
    List<String> kept = List.copyOf(now.subList(0, Math.min(KEPT, now.size())));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.write(fresh, kept);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    return kept;
  }
}
