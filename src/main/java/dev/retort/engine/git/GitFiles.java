package dev.retort.engine.git;

import dev.retort.engine.git.FileInGit.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.Status;
import org.eclipse.jgit.api.StatusCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * Asks a repository about files in one walk over its history. Takes time in long histories, so it
 * belongs off the toolkit's thread; interrupting the thread ends it.
 */
public final class GitFiles {
  private final Repository repository;
  private final Path workTree;

  private GitFiles(Repository repository, Path workTree) {
    this.repository = repository;
    this.workTree = workTree;
  }

  /**
   * What Git knows of some files below a folder.
   *
   * @param folder any folder of the repository's work tree
   * @param files absolute paths; those outside of the work tree are left out
   * @return by path; empty if the folder is in no repository
   * @throws GitException if the repository cannot be read
   */
  public static Map<Path, FileInGit> of(Path folder, Collection<Path> files) {
    return of(folder, files, new GitMemory());
  }

  /**
   * As {@link #of(Path, Collection)}, for one who asks again and again: the history is walked anew
   * only where it has grown.
   *
   * @param memory kept between the calls
   */
  public static Map<Path, FileInGit> of(Path folder, Collection<Path> files, GitMemory memory) {
    FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(folder.toFile());
    if (builder.getGitDir() == null) {
      return Map.of();
    }
    try (Repository repository = builder.setMustExist(true).build()) {
      return repository.isBare()
          ? Map.of()
          : new GitFiles(repository, repository.getWorkTree().toPath()).read(files, memory);
    } catch (IOException | GitAPIException | RuntimeException e) {
      throw new GitException(folder, e);
    }
  }

  private Map<Path, FileInGit> read(Collection<Path> files, GitMemory memory)
      throws IOException, GitAPIException {
    Map<String, Path> names = new HashMap<>();
    for (Path file : files) {
      Path absolute = file.toAbsolutePath().normalize();
      if (absolute.startsWith(workTree)) {
        names.put(workTree.relativize(absolute).toString().replace('\\', '/'), file);
      }
    }
    if (names.isEmpty()) {
      return Map.of();
    }
    Set<String> folders = folders(names.keySet());
    Status status = status(folders);
    GitHistory history = memory.history(repository, names.keySet(), folders);
    Map<Path, FileInGit> known = new HashMap<>();
    names.forEach(
        (name, file) ->
            known.put(
                file,
                new FileInGit(
                    state(status, name, history.changed(name).isPresent()),
                    history.added(name),
                    history.changed(name))));
    return known;
  }

  /** Few folders stand for many files; an empty set stands for the whole work tree. */
  private static Set<String> folders(Set<String> names) {
    Set<String> folders = new HashSet<>();
    for (String name : names) {
      int slash = name.indexOf('/');
      if (slash < 0) {
        return Set.of();
      }
      folders.add(name.substring(0, name.lastIndexOf('/')));
    }
    return folders;
  }

  private Status status(Set<String> folders) throws GitAPIException {
    try (Git git = new Git(repository)) {
      StatusCommand command = git.status();
      folders.forEach(command::addPath);
      return command.call();
    }
  }

  private static State state(Status status, String name, boolean committed) {
    if (status.getUntracked().contains(name) || within(status.getUntrackedFolders(), name)) {
      return State.UNTRACKED;
    }
    if (within(status.getIgnoredNotInIndex(), name)) {
      return State.IGNORED;
    }
    if (status.getAdded().contains(name)) {
      return State.STAGED;
    }
    boolean edited =
        status.getModified().contains(name)
            || status.getChanged().contains(name)
            || status.getConflicting().contains(name);
    if (edited) {
      return State.MODIFIED;
    }
    return committed ? State.COMMITTED : State.UNTRACKED;
  }

  private static boolean within(Set<String> paths, String name) {
    return paths.stream().anyMatch(path -> name.equals(path) || name.startsWith(path + "/"));
  }
}
