package dev.retort.engine.git;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * The history that was walked last, so that it is not walked again with every change of a file. Any
 * thread; one walk at a time.
 */
public final class GitMemory {
  private Optional<Key> known = Optional.empty();
  private GitHistory history = new GitHistory();

  private record Key(String repository, ObjectId head, Set<String> folders, Set<String> only) {}

  /** The history of some files from the commit that is checked out. */
  synchronized GitHistory history(Repository repository, Set<String> names, Set<String> folders)
      throws IOException {
    @Nullable ObjectId head = repository.resolve(Constants.HEAD);
    if (head == null) {
      return new GitHistory();
    }
    // Files in the root have no folder to go by, and noting every file there is would be too much.
    Set<String> only = folders.isEmpty() ? Set.copyOf(names) : Set.of();
    Key key = new Key(repository.getDirectory().getPath(), head.copy(), Set.copyOf(folders), only);
    if (!known.equals(Optional.of(key))) {
      history = GitHistory.walk(repository, head, folders, only);
      known = Optional.of(key);
    }
    return history;
  }
}
