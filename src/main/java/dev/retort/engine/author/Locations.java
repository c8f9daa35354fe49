package dev.retort.engine.author;

import dev.retort.engine.Project;
import dev.retort.revision.RevisionId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decides which of a project's folders a new revision goes into. */
final class Locations {
  private final Project project;
  private final List<Path> folders;

  Locations(Project project) {
    this.project = project;
    this.folders = project.config().migrations().locations();
  }

  /** The folder asked for; else that of the first parent; else the only one. */
  Path choose(Optional<Path> asked, List<RevisionId> parents) {
    if (asked.isPresent()) {
      return known(asked.get());
    }
    if (folders.size() == 1) {
      return folders.getFirst();
    }
    return parents.stream()
        .flatMap(parent -> project.file(parent).stream())
        .flatMap(file -> folders.stream().filter(file::startsWith))
        .findFirst()
        .orElseThrow(
            () ->
                new AuthoringException(
                    "version-path",
                    "Multiple version locations present, please specify --version-path.",
                    "There are " + names() + "."));
  }

  private Path known(Path asked) {
    Path plain = asked.normalize();
    return folders.stream()
        .filter(folder -> folder.normalize().equals(plain))
        .findFirst()
        .orElseThrow(
            () ->
                new AuthoringException(
                    "version-path",
                    "Path " + asked + " is not represented in current version locations.",
                    "There are " + names() + ".",
                    Map.of("path", asked.toString())));
  }

  private String names() {
    return folders.stream().map(Path::toString).collect(Collectors.joining(", "));
  }
}
