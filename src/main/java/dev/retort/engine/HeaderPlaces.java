package dev.retort.engine;

import dev.retort.problem.Problem;
import dev.retort.revision.format.Header;
import dev.retort.revision.format.HeaderKey;
import dev.retort.revision.format.HeaderLine;
import dev.retort.revision.format.TextFile;
import dev.retort.sql.LineIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Finds the line of a header that a problem of the graph is about: the graph knows revisions and
 * their files, but not where in a file something is said.
 */
final class HeaderPlaces {
  private HeaderPlaces() {}

  /**
   * The problem with its line; as it is where no header line has to do with it.
   *
   * @param edited a file that has another text than on disk
   */
  static Problem located(Problem problem, Optional<TextFile> edited) {
    if (problem.line() > 0) {
      return problem;
    }
    return problem
        .file()
        .flatMap(file -> key(problem).flatMap(key -> line(file, key, edited)))
        .map(line -> withLine(problem, line))
        .orElse(problem);
  }

  private static Problem withLine(Problem problem, int line) {
    return new Problem(
        problem.severity(),
        problem.code(),
        problem.message(),
        problem.hint(),
        problem.file(),
        line);
  }

  private static Optional<HeaderKey> key(Problem problem) {
    boolean dependency =
        problem.message().startsWith("Dependency") || problem.message().contains(" depends on ");
    return switch (problem.code()) {
      case "cycle", "missing-parent" ->
          Optional.of(dependency ? HeaderKey.DEPENDS_ON : HeaderKey.REVISES);
      case "label-taken" -> Optional.of(HeaderKey.BRANCH_LABELS);
      case "bad-revision-id", "duplicate-revision" -> Optional.of(HeaderKey.REVISION_ID);
      default -> Optional.empty();
    };
  }

  private static Optional<Integer> line(Path file, HeaderKey key, Optional<TextFile> edited) {
    return edited
        .filter(text -> text.isAt(file))
        .or(() -> TextFile.read(file, new ArrayList<>()))
        .flatMap(
            text ->
                Header.of(text.text())
                    .line(key)
                    .map(HeaderLine::valueStart)
                    .map(offset -> new LineIndex(text.text()).lineOf(offset)));
  }
}
