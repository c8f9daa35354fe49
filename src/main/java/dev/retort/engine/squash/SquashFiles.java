package dev.retort.engine.squash;

import dev.retort.engine.Project;
import dev.retort.engine.git.FileInGit;
import dev.retort.engine.git.GitException;
import dev.retort.engine.git.GitFiles;
import dev.retort.problem.Problem;
import dev.retort.profile.project.Migrations;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.writing.FileNameTemplate;
import dev.retort.revision.writing.RevisionWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the file of one revision in the place of those of several: all of it, or nothing. The old
 * files are first moved aside, where the reader does not see them, and go when the project is sound
 * with the new one.
 */
public final class SquashFiles {
  private final Project project;
  private final InstantSource clock;

  /** Files of a project as it was read. */
  public SquashFiles(Project project, InstantSource clock) {
    this.project = project;
    this.clock = clock;
  }

  /**
   * What was done.
   *
   * @param file the new file
   * @param removed the old ones
   * @param kept where the old ones are now; none where they were deleted
   * @param project the project as it is afterwards
   */
  public record Done(Path file, List<Path> removed, List<Path> kept, Project project) {
    /** Copies the lists. */
    public Done {
      removed = List.copyOf(removed);
      kept = List.copyOf(kept);
    }
  }

  /** Files that no history has as they are: once deleted, they are gone. */
  public List<Path> uncommitted(Squashed squashed) {
    Map<Path, FileInGit> known;
    try {
      known = GitFiles.of(project.root(), squashed.files());
    } catch (GitException e) {
      known = Map.of();
    }
    List<Path> files = new ArrayList<>();
    for (Path file : squashed.files()) {
      FileInGit git = known.get(file);
      if (git == null || git.state() != FileInGit.State.COMMITTED) {
        files.add(file);
      }
    }
    return files;
  }

  /**
   * Writes the one, and takes the several away.
   *
   * @param keep a folder that the old files are moved to instead of being deleted
   * @throws SquashException if the project would not be as it should; then it is as it was
   */
  public Done replace(Squashed squashed, Optional<Path> keep) {
    keep.ifPresent(folder -> requireOutside(project, folder));
    Map<Path, Path> aside = new LinkedHashMap<>();
    Optional<Path> written = Optional.empty();
    boolean whole = false;
    try {
      for (Path file : squashed.files()) {
        Path hidden = file.resolveSibling("." + file.getFileName() + ".squashed");
        Files.move(file, hidden);
        aside.put(file, hidden);
      }
      Migrations migrations = project.config().migrations();
      Path file =
          RevisionWriter.write(
              folder(squashed.revision().id()),
              new FileNameTemplate(migrations.fileName()),
              squashed.revision(),
              clock.instant().atZone(ZoneId.systemDefault()));
      written = Optional.of(file);
      Project after = project.reload();
      requireSame(squashed, file, after);
      List<Path> kept = keep.isPresent() ? moved(aside, keep.get()) : List.of();
      whole = true;
      if (keep.isEmpty()) {
        delete(aside);
      }
      return new Done(file, new ArrayList<>(squashed.files()), kept, after);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (!whole) {
        putBack(aside, written);
      }
    }
  }

  /**
   * Files that are kept within a folder of revisions would be read again.
   *
   * @throws SquashException if the folder is in one
   */
  public static void requireOutside(Project project, Path keep) {
    for (Path location : project.config().migrations().locations()) {
      if (keep.normalize().startsWith(location.normalize())) {
        throw SquashException.input(
            "keep-within",
            "What is kept in " + keep + " would be read as revisions again.",
            "Choose a folder outside of " + location + ".",
            keep);
      }
    }
  }

  private Path folder(RevisionId last) {
    Path file = project.file(last).orElseThrow();
    return project.config().migrations().locations().stream()
        .filter(file::startsWith)
        .findFirst()
        .orElseGet(() -> Optional.ofNullable(file.getParent()).orElseThrow());
  }

  /** All other revisions are what they were, and the one is what was proved. */
  private void requireSame(Squashed squashed, Path file, Project after) {
    List<Problem> broken = new ArrayList<>(after.errors());
    broken.removeAll(new HashSet<>(project.errors()));
    if (!broken.isEmpty()) {
      throw SquashException.broken(broken);
    }
    Set<RevisionId> gone = new HashSet<>(squashed.ids());
    List<String> other = new ArrayList<>();
    for (Revision was : project.graph().revisions()) {
      if (!gone.contains(was.id())) {
        boolean same =
            after
                .graph()
                .find(was.id())
                .filter(
                    is ->
                        is.downRevisions().equals(was.downRevisions())
                            && is.dependsOn().equals(was.dependsOn()))
                .isPresent();
        if (!same) {
          other.add(was.id().value());
        }
      }
    }
    boolean there =
        after
            .graph()
            .find(squashed.revision().id())
            .filter(is -> is.file().equals(Optional.of(file)))
            .filter(is -> is.downRevisions().equals(squashed.revision().downRevisions()))
            .isPresent();
    int expected = project.graph().revisions().size() - gone.size() + 1;
    if (!other.isEmpty() || !there || after.graph().revisions().size() != expected) {
      throw SquashException.refused(
          "other-graph",
          "With the new file the project would hang together in another way"
              + (other.isEmpty() ? "" : ", at " + String.join(", ", other))
              + ", so everything was put back.",
          "Files without a header revise the one before them by name: give them headers, or look"
              + " at 'file-name' in the project's configuration.",
          Map.of("revisions", other));
    }
  }

  private List<Path> moved(Map<Path, Path> aside, Path keep) throws IOException {
    List<Path> kept = new ArrayList<>();
    Map<Path, Path> done = new LinkedHashMap<>();
    boolean all = false;
    try {
      for (Map.Entry<Path, Path> one : aside.entrySet()) {
        Path target = keep.resolve(relative(one.getKey()));
        Files.createDirectories(Optional.ofNullable(target.getParent()).orElse(keep));
        Files.move(one.getValue(), target);
        done.put(one.getValue(), target);
        kept.add(target);
      }
      all = true;
    } finally {
      if (!all) {
        putBack(done, Optional.empty());
      }
    }
    removeEmptyFolders(aside.keySet());
    return kept;
  }

  private Path relative(Path file) {
    return project.config().migrations().locations().stream()
        .filter(file::startsWith)
        .findFirst()
        .map(location -> location.relativize(file))
        .orElseGet(() -> Optional.ofNullable(file.getFileName()).orElse(file));
  }

  private void delete(Map<Path, Path> aside) throws IOException {
    for (Path hidden : aside.values()) {
      Files.deleteIfExists(hidden);
    }
    removeEmptyFolders(aside.keySet());
  }

  /** A revision may have had a folder of its own. */
  private void removeEmptyFolders(Set<Path> files) throws IOException {
    for (Path file : files) {
      Path folder = file.getParent();
      if (folder != null
          && Files.isDirectory(folder)
          && !project.config().migrations().locations().contains(folder)) {
        try {
          Files.delete(folder);
        } catch (DirectoryNotEmptyException e) {
          // Something else is in it, which stays.
        }
      }
    }
  }

  private static void putBack(Map<Path, Path> moved, Optional<Path> written) {
    List<String> failed = new ArrayList<>();
    try {
      if (written.isPresent()) {
        Files.deleteIfExists(written.get());
      }
    } catch (IOException e) {
      failed.add(written.get() + ": " + e);
    }
    moved.forEach(
        (from, to) -> {
          try {
            Files.move(to, from);
          } catch (IOException e) {
            failed.add(to + ": " + e);
          }
        });
    if (!failed.isEmpty()) {
      throw new UncheckedIOException(
          new IOException("Not everything could be put back: " + String.join(", ", failed)));
    }
  }
}
