package dev.retort.cli.term;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names files as the person in a folder would: relative to it. */
public final class PathNames {
  private static final String SQL = "sql";

  private final Path directory;
  private final String prefix;

  /**
   * Names for somebody in a folder.
   *
   * @param directory absolute
   */
  public PathNames(Path directory) {
    this.directory = directory;
    this.prefix = directory + directory.getFileSystem().getSeparator();
  }

  /** A file's name: relative where it is in the folder or beside it, absolute elsewhere. */
  public String of(Path file) {
    if (!file.isAbsolute()) {
      return file.toString();
    }
    if (file.equals(directory)) {
      return ".";
    }
    if (file.startsWith(directory)) {
      return directory.relativize(file).toString();
    }
    Path above = directory.getParent();
    return above != null && above.getNameCount() > 0 && file.startsWith(above)
        ? directory.relativize(file).toString()
        : file.toString();
  }

  /** A text with the names of files below the folder shortened. */
  public String in(String text) {
    return text.replace(prefix, "");
  }

  /**
   * The same for every text in a value made of maps and lists, but for SQL, which is shown as it is
   * run. Lists are views of those given.
   */
  public Object inAll(Object value) {
    return switch (value) {
      case String text -> in(text);
      case Path path -> of(path);
      case Map<?, ?> map -> {
        Map<String, Object> shown = new LinkedHashMap<>();
        map.forEach((key, part) -> shown.put(key.toString(), SQL.equals(key) ? part : inAll(part)));
        yield shown;
      }
      case List<?> list -> new Mapped<>(list, this::inAll);
      default -> value;
    };
  }
}
