package dev.retort.engine.watch;

import dev.retort.profile.project.ProjectConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What belongs to a project on disk: its revision folders with all that is below them, and its
 * configuration.
 */
final class Watched {
  private static final List<String> CONFIGURATION = List.of("retort.toml", "alembic.ini");

  private final Path root;
  private final Set<Path> trees = new LinkedHashSet<>();

  Watched(ProjectConfig config) {
    this.root = config.root();
    config.migrations().locations().forEach(path -> trees.add(path.normalize()));
    config.migrations().baseline().forEach(path -> trees.add(path.normalize()));
  }

  /** Folders to be watched with everything below them; files among them stand for themselves. */
  List<Path> trees() {
    return trees.stream().filter(Files::exists).toList();
  }

  /**
   * Folders to be watched alone: the root, for the configuration in it, and for each tree the
   * nearest folder above it that exists, where it would vanish from or come back to.
   */
  List<Path> singles() {
    Set<Path> singles = new LinkedHashSet<>();
    singles.add(root);
    for (Path tree : trees) {
      existingAbove(tree).ifPresent(singles::add);
    }
    return new ArrayList<>(singles);
  }

  private static Optional<Path> existingAbove(Path path) {
    Path above = path.getParent();
    while (above != null && !Files.isDirectory(above)) {
      above = above.getParent();
    }
    return Optional.ofNullable(above);
  }

  /** Whether a change of this path can change what is read. */
  boolean concerns(Path changed) {
    String name = String.valueOf(changed.getFileName());
    if (root.equals(changed.getParent()) && CONFIGURATION.contains(name)) {
      return true;
    }
    for (Path tree : trees) {
      // A folder above a tree takes the tree with it when it comes or goes.
      if (tree.startsWith(changed)) {
        return true;
      }
      if (changed.startsWith(tree)) {
        return isRead(name) || Files.isDirectory(changed) || !name.contains(".");
      }
    }
    return false;
  }

  /** Editors leave swap and back-up files beside what they edit; those change nothing. */
  private static boolean isRead(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !lower.startsWith(".") && (lower.endsWith(".sql") || lower.endsWith(".py"));
  }
}
