package dev.retort.ui.editor;

import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.engine.RevisionStatus;
import dev.retort.problem.RetortException;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.WayBack;
import dev.retort.revision.format.Header;
import dev.retort.revision.format.HeaderKey;
import dev.retort.revision.format.HeaderLine;
import dev.retort.revision.format.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The words around a file: what it is called, which revision it is, what went wrong with it. */
final class Names {
  private Names() {}

  /** A file's name from the project's folder on. */
  static String within(Optional<Project> project, Path file) {
    return project
        .map(one -> one.root().toAbsolutePath().normalize())
        .filter(file::startsWith)
        .map(root -> root.relativize(file))
        .orElse(file)
        .toString();
  }

  /** The id that a text's header has. */
  static Optional<RevisionId> revision(String text) {
    return Header.of(text)
        .line(HeaderKey.REVISION_ID)
        .map(HeaderLine::value)
        .filter(value -> !value.isBlank())
        .map(RevisionId::new);
  }

  /** The revision that a file gives. */
  static Optional<Revision> revision(Project project, Path file) {
    return project.graph().revisions().stream().filter(one -> isIn(one, file)).findFirst();
  }

  private static boolean isIn(Revision revision, Path file) {
    return revision.file().filter(path -> same(path, file)).isPresent()
        || (revision.wayBack() instanceof WayBack.Downgrade(Script script)
            && script.file().filter(path -> same(path, file)).isPresent());
  }

  /** Names first: there may be very many files, and bringing a path into form takes its time. */
  private static boolean same(Path one, Path other) {
    return one.endsWith(other.getFileName()) && one.toAbsolutePath().normalize().equals(other);
  }

  /** What to know before changing a file: that its SQL has run already; empty if it has not. */
  static String warning(EditorSource source, Path file) {
    Optional<Position> position = source.position().getValue();
    return source
        .project()
        .getValue()
        .flatMap(project -> revision(project, file))
        .map(Revision::id)
        .filter(id -> position.filter(at -> at.status(id) != RevisionStatus.PENDING).isPresent())
        .map(
            id ->
                "%s is applied on %s: what you change here has already run there."
                    .formatted(id, source.database().getValue().orElse("the chosen database")))
        .orElse("");
  }

  /** What went wrong, in a few words. */
  static String reason(Throwable problem) {
    if (problem instanceof IOException io) {
      return TextFile.reason(io);
    }
    return problem instanceof RetortException known ? known.message() : problem.toString();
  }
}
