package dev.retort.engine.git;

import dev.retort.engine.git.FileInGit.Commit;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.eclipse.jgit.util.io.NullOutputStream;

/** Which commits brought and changed files, found in one walk from a commit to the beginning. */
final class GitHistory {
  private final Map<String, Commit> added = new HashMap<>();
  private final Map<String, Commit> changed = new HashMap<>();

  /** A history without commits. */
  GitHistory() {}

  /**
   * Walks the history of some folders.
   *
   * @param head the commit to begin with
   * @param folders where to look; empty for everywhere
   * @param only the files to note; empty for all
   * @throws IOException if it cannot be read, or the thread is interrupted
   */
  static GitHistory walk(
      Repository repository, ObjectId head, Set<String> folders, Set<String> only)
      throws IOException {
    GitHistory history = new GitHistory();
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
        history.note(commit, written(commit, differ), only);
      }
    }
    return history;
  }

  /** Commits come newest first, so the first one that has a file changed it last. */
  private void note(RevCommit commit, Set<String> written, Set<String> only) {
    for (String name : written) {
      if (only.isEmpty() || only.contains(name)) {
        Commit one = commit(commit);
        changed.putIfAbsent(name, one);
        added.put(name, one);
      }
    }
  }

  /** The commit that brought a file. */
  Optional<Commit> added(String name) {
    return Optional.ofNullable(added.get(name));
  }

  /** The commit that changed a file last. */
  Optional<Commit> changed(String name) {
    return Optional.ofNullable(changed.get(name));
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
