package dev.retort.ui.session;

import dev.retort.engine.git.FileInGit;
import dev.retort.engine.git.FileInGit.Commit;
import dev.retort.engine.git.FileInGit.State;
import dev.retort.revision.RevisionId;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What Git knows of a project's files; nothing where they are in no repository.
 *
 * @param files by absolute path
 * @param notCommitted the revisions whose file is not as it is committed, and how
 */
public record GitFacts(Map<Path, FileInGit> files, Map<RevisionId, State> notCommitted) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  /** Copies the maps. */
  public GitFacts {
    files = Map.copyOf(files);
    notCommitted = Map.copyOf(notCommitted);
  }

  /** Nothing is known, or there is no repository. */
  public static GitFacts none() {
    return new GitFacts(Map.of(), Map.of());
  }

  /** One file; empty where there is no repository. */
  public Optional<FileInGit> of(Path file) {
    return Optional.ofNullable(files.get(file.toAbsolutePath().normalize()));
  }

  /** Who brought a file and changed it last, and whether it is committed. */
  public static String words(FileInGit file) {
    String history =
        file.added().map(commit -> "Added by " + by(commit)).orElse("")
            + file.changed()
                .filter(commit -> !file.added().equals(Optional.of(commit)))
                .map(commit -> ", changed by " + by(commit))
                .orElse("");
    String state = state(file.state());
    if (history.isEmpty()) {
      return state.substring(0, 1).toUpperCase(Locale.ROOT) + state.substring(1);
    }
    return file.state() == State.COMMITTED ? history : history + " · " + state;
  }

  private static String by(Commit commit) {
    return commit.author() + " on " + DAY.format(commit.date());
  }

  /** How a file stands to the last commit, in a few words. */
  public static String state(State state) {
    return switch (state) {
      case COMMITTED -> "committed";
      case MODIFIED -> "changed since the last commit";
      case STAGED -> "added, but not committed yet";
      case UNTRACKED -> "not in Git yet";
      case IGNORED -> "ignored by Git";
    };
  }
}
