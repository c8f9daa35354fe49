package dev.retort.revision.reading;

import dev.retort.problem.Problem;
import dev.retort.revision.format.FileRole;
import dev.retort.revision.format.TextFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the revisions of one folder: files {@code x.sql}, pairs {@code x.up.sql} and {@code
 * x.down.sql}, and sub-folders with {@code up.sql} and perhaps {@code down.sql}. Names that begin
 * with a point, and other files, are passed over.
 */
final class FolderListing {
  private static final String UP = ".up.sql";
  private static final String DOWN = ".down.sql";

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Path> downs = new TreeMap<>();
  private final List<Problem> problems;

  private FolderListing(List<Problem> problems) {
    this.problems = problems;
  }

  /** The entries of a folder, sorted by name as Alembic sorts; trouble goes to the problems. */
  static List<Entry> of(Path folder, List<Problem> problems) {
    FolderListing listing = new FolderListing(problems);
    children(folder, problems).forEach(child -> listing.add(child.name(), child.path()));
    return listing.sorted();
  }

  private record Child(String name, Path path) {}

  private static List<Child> children(Path folder, List<Problem> problems) {
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      List<Child> children = new ArrayList<>();
      stream.forEach(child -> children.add(new Child(name(child), child)));
      children.sort((one, other) -> one.name().compareTo(other.name()));
      return children;
    } catch (DirectoryIteratorException e) {
      problems.add(unreadable(folder, Objects.requireNonNull(e.getCause())));
    } catch (IOException e) {
      problems.add(unreadable(folder, e));
    }
    return List.of();
  }

  private static Problem unreadable(Path folder, IOException e) {
    String hint = "Create it, or correct the folder's name in the configuration.";
    if (e instanceof NoSuchFileException) {
      return Problem.error("missing-folder", "The folder does not exist.", hint, folder, 0);
    }
    if (e instanceof NotDirectoryException) {
      return Problem.error("not-a-folder", "This is not a folder.", hint, folder, 0);
    }
    return Problem.error(
        "unreadable-folder",
        "The folder cannot be read: " + TextFile.reason(e) + ".",
        "Check its permissions.",
        folder,
        0);
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private void add(String name, Path child) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (name.startsWith(".")) {
      return;
    }
    if (lower.endsWith(DOWN)) {
      downs.put(stem(name, DOWN), child);
    } else if (lower.endsWith(UP)) {
      entries.add(new Entry(stem(name, UP) + ".sql", child, Optional.empty(), FileRole.UP));
    } else if (lower.endsWith(".sql")) {
      entries.add(new Entry(name, child, Optional.empty(), FileRole.WHOLE));
    } else if (Files.isDirectory(child)) {
      addFolder(name, child);
    }
  }

  private static String stem(String name, String suffix) {
    return name.substring(0, name.length() - suffix.length());
  }

  private void addFolder(String name, Path folder) {
    Path up = folder.resolve("up.sql");
    Path down = folder.resolve("down.sql");
    boolean hasDown = Files.exists(down);
    if (Files.exists(up)) {
      entries.add(new Entry(name, up, hasDown ? Optional.of(down) : Optional.empty(), FileRole.UP));
    } else if (hasDown) {
      problems.add(withoutUp(down, "up.sql"));
    }
  }

  private List<Entry> sorted() {
    entries.replaceAll(this::withDown);
    downs.forEach((stem, down) -> problems.add(withoutUp(down, stem + UP)));
    entries.sort((one, other) -> one.name().compareTo(other.name()));
    return entries;
  }

  private Entry withDown(Entry entry) {
    if (entry.role() != FileRole.UP || entry.down().isPresent()) {
      return entry;
    }
    String stem = stem(entry.name(), ".sql");
    Path down = name(entry.up()).equals("up.sql") ? null : downs.remove(stem);
    return down == null
        ? entry
        : new Entry(entry.name(), entry.up(), Optional.of(down), FileRole.UP);
  }

  private static Problem withoutUp(Path down, String up) {
    return Problem.error(
        "down-without-up",
        "There is a downgrade, but no " + up + " beside it.",
        "Add the missing file, or remove this one.",
        down,
        0);
  }
}
