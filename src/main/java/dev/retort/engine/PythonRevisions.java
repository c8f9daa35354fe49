package dev.retort.engine;

import dev.retort.problem.Problem;
import dev.retort.profile.project.ProjectConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Says of a project of Alembic's that its Python files are not read, where there are any. */
final class PythonRevisions {
  private PythonRevisions() {}

  static List<Problem> warnings(ProjectConfig config) {
    if (config.kind() != ProjectConfig.Kind.ALEMBIC) {
      return List.of();
    }
    return config.migrations().locations().stream()
        .filter(PythonRevisions::hasPython)
        .map(PythonRevisions::warning)
        .toList();
  }

  private static boolean hasPython(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".py"));
    } catch (IOException e) {
      // Whoever reads the revisions reports the folder.
      return false;
    }
  }

  private static Problem warning(Path folder) {
    return Problem.warning(
        "python-revisions",
        "Revisions in Python are not read by this version.",
        "Only SQL files count here.",
        folder,
        0);
  }
}
