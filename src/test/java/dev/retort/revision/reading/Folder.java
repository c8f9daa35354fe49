package dev.retort.revision.reading;

import dev.retort.problem.Problem;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of revision files for one test, and short words for what is read from it. */
record Folder(Path path) {

  /** Writes a file, with the folders above it. */
  Folder file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Folder file(String name, byte[] bytes) {
    try {
      Path file = path.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RevisionSet read() {
    return RevisionReader.read(List.of(path));
  }

  /** The only revision of a folder without problems. */
  Revision only() {
    RevisionSet set = read();
    if (set.revisions().size() != 1 || !set.problems().isEmpty()) {
      throw new AssertionError(set);
    }
    return set.revisions().getFirst();
  }

  /** Each problem as {@code file:line code}, the file relative to the folder. */
  List<String> problems() {
    return show(read().problems());
  }

  List<String> show(List<Problem> problems) {
    return problems.stream()
        .map(
            problem ->
                path.relativize(problem.file().orElseThrow())
                    + (problem.line() > 0 ? ":" + problem.line() : "")
                    + " "
                    + problem.code())
        .toList();
  }

  /** Each revision as {@code id<-parents}. */
  List<String> graph() {
    return read().revisions().stream()
        .map(revision -> revision.id() + "<-" + revision.downRevisions())
        .toList();
  }
}
