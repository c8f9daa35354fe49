package dev.retort.engine;

import dev.retort.problem.Problem;
import dev.retort.profile.project.ProjectConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Refuses a project of Alembic's whose revisions are in Python: without them the graph is not the
 * project's, and "nothing to do" would be said of a database that lacks them.
 */
final class PythonRevisions {
  private PythonRevisions() {}

  static List<Problem> errors(ProjectConfig config) {
    if (config.kind() != ProjectConfig.Kind.ALEMBIC) {
      return List.of();
    }
    return config.migrations().locations().stream()
        .filter(PythonRevisions::hasPython)
        .map(PythonRevisions::error)
        .toList();
  }

  private static boolean hasPython(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .anyMatch(name -> name.endsWith(".py") && !name.startsWith("__"));
    } catch (IOException e) {
      // Whoever reads the revisions reports the folder.
      return false;
    }
  }

  private static Problem error(Path folder) {
    return Problem.error(
        "python-revisions",
        "Revisions in Python are not read by this version, and without them the others are not the"
            + " whole history.",
        "Go on with Alembic here, or write them as SQL files: `alembic upgrade --sql` prints what"
            + " they run.",
        folder,
        0);
  }
}
