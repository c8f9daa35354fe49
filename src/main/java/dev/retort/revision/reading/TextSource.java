package dev.retort.revision.reading;

import dev.retort.problem.Problem;
import dev.retort.revision.format.TextFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the text of a file comes from: the disk, or an editor that has not saved it yet. */
interface TextSource {

  /** A file's text; empty, and a problem added, where it cannot be used. */
  Optional<TextFile> read(Path path, List<Problem> problems);

  /** The disk, but for one file. */
  static TextSource with(TextFile edited) {
    return (path, problems) ->
        edited.isAt(path) ? Optional.of(edited) : TextFile.read(path, problems);
  }
}
