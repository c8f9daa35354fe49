package dev.retort.revision.format;

import dev.retort.problem.Problem;
import dev.retort.sql.LineIndex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports problems of one file by offset; lines are only indexed once one is asked for. */
public final class Reporter {
  /** Up to here, counting is cheaper than an index of all lines. */
  private static final int NEAR = 4_096;

  private final TextFile file;
  private final List<Problem> problems;
  private @Nullable LineIndex lines;

  /** Reports on a file to a list. */
  public Reporter(TextFile file, List<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The 1-based line of an offset. */
  public int line(int offset) {
    if (lines == null && offset < NEAR) {
      return LineIndex.line(file.text(), offset);
    }
    LineIndex index = lines == null ? new LineIndex(file.text()) : lines;
    lines = index;
    return index.lineOf(offset);
  }

  /** Adds an error at an offset of the file. */
  public void error(String code, int offset, String message, String hint) {
    problems.add(Problem.error(code, message, hint, file.path(), line(offset)));
  }

  /** Adds a warning at an offset of the file. */
  public void warning(String code, int offset, String message, String hint) {
    problems.add(Problem.warning(code, message, hint, file.path(), line(offset)));
  }
}
