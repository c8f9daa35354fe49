package dev.retort.engine.git;

import dev.retort.engine.git.FileInGit.Commit;
import dev.retort.engine.git.FileInGit.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.Status;
import org.eclipse.jgit.api.StatusCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.eclipse.jgit.util.io.NullOutputStream;

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
    FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(folder.toFile());
    if (builder.getGitDir() == null) {
      return Map.of();
    }
    try (Repository repository = builder.setMustExist(true).build()) {
      return repository.isBare()
          ? Map.of()
          : new GitFiles(repository, repository.getWorkTree().toPath()).read(files);
    } catch (IOException | GitAPIException | RuntimeException e) {
      throw new GitException(folder, e);
    }
  }

  private Map<Path, FileInGit> read(Collection<Path> files) throws IOException, GitAPIException {
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
    History history = history(names.keySet(), folders);
    Map<Path, FileInGit> known = new HashMap<>();
    names.forEach(
        (name, file) ->
            known.put(
                file,
                new FileInGit(
                    state(status, name, history.changed.containsKey(name)),
                    Optional.ofNullable(history.added.get(name)),
                    Optional.ofNullable(history.changed.get(name)))));
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

  private record History(Map<String, Commit> added, Map<String, Commit> changed) {}

  private History history(Set<String> names, Set<String> folders) throws IOException {
    Map<String, Commit> added = new HashMap<>();
    Map<String, Commit> changed = new HashMap<>();
    ObjectId head = repository.resolve(Constants.HEAD);
    if (head == null) {
      return new History(added, changed);
    }
    TreeFilter filter =
        folders.isEmpty()
            ? TreeFilter.ANY_DIFF
            : AndTreeFilter.create(PathFilterGroup.createFromStrings(folders), TreeFilter.ANY_DIFF);
    try (RevWalk walk = new RevWalk(repository);
        DiffFormatter differ = new DiffFormatter(NullOutputStream.INSTANCE)) {
      differ.setRepository(repository);
      differ.setPathFilter(filter);
      walk.setTreeFilter(filter);
      walk.sort(RevSort.COMMIT_TIME_DESC);
      walk.sort(RevSort.TOPO, true);
      walk.setRewriteParents(false);
      walk.markStart(walk.parseCommit(head));
      for (RevCommit commit : walk) {
        if (Thread.currentThread().isInterrupted()) {
          throw new IOException("interrupted");
        }
        note(commit, differ, names, added, changed);
      }
    }
    return new History(added, changed);
  }

  /** Commits come newest first, so the first one that has a file changed it last. */
  private static void note(
      RevCommit commit,
      DiffFormatter differ,
      Set<String> names,
      Map<String, Commit> added,
      Map<String, Commit> changed)
      throws IOException {
    Set<String> written = written(commit, differ);
    written.retainAll(names);
    for (String name : written) {
      Commit one = commit(commit);
      changed.putIfAbsent(name, one);
      added.put(name, one);
    }
  }

  /** What a commit wrote itself: a merge, only what it has from none of its parents as it is. */
  private static Set<String> written(RevCommit commit, DiffFormatter differ) throws IOException {
    if (commit.getParentCount() == 0) {
      return changes(differ.scan(null, commit));
    }
    Set<String> written = changes(differ.scan(commit.getParent(0), commit));
    for (int i = 1; i < commit.getParentCount() && !written.isEmpty(); i++) {
      written.retainAll(changes(differ.scan(commit.getParent(i), commit)));
    }
    return written;
  }

  private static Set<String> changes(List<DiffEntry> entries) {
    Set<String> names = new HashSet<>();
    for (DiffEntry entry : entries) {
      if (entry.getChangeType() != DiffEntry.ChangeType.DELETE) {
        names.add(entry.getNewPath());
      }
    }
    return names;
  }

  private static Commit commit(RevCommit commit) {
    PersonIdent author = commit.getAuthorIdent();
    return new Commit(
        commit.getName(),
        author.getName(),
        OffsetDateTime.ofInstant(author.getWhenAsInstant(), author.getZoneId()),
        commit.getShortMessage());
  }
}
