package dev.retort.cli.look;

import dev.retort.engine.Project;
import dev.retort.engine.git.FileInGit;
import dev.retort.engine.git.FileInGit.Commit;
import dev.retort.engine.git.GitException;
import dev.retort.engine.git.GitFiles;
import dev.retort.revision.RevisionId;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who brought a revision's file, who changed it last, and whether it is committed. */
final class GitWords {
  private final Project project;
  private final Map<Path, FileInGit> known;
  private final Optional<GitException> trouble;

  private GitWords(Project project, Map<Path, FileInGit> known, Optional<GitException> trouble) {
    this.project = project;
    this.known = known;
    this.trouble = trouble;
  }

  /**
   * Asks Git about the files of some revisions. A repository that cannot be read hinders nobody.
   */
  static GitWords of(Project project, Collection<RevisionId> revisions) {
    List<Path> files = revisions.stream().map(project::file).flatMap(Optional::stream).toList();
    try {
      return new GitWords(project, GitFiles.of(project.root(), files), Optional.empty());
    } catch (GitException e) {
      return new GitWords(project, Map.of(), Optional.of(e));
    }
  }

  private Optional<FileInGit> of(RevisionId id) {
    return project.file(id).map(known::get);
  }

  /** In a sentence or two; empty where there is no repository. */
  Optional<String> words(RevisionId id) {
    return of(id)
        .map(
            file ->
                switch (file.state()) {
                  case COMMITTED -> history(file);
                  case MODIFIED -> history(file) + "; edited since, not committed";
                  case STAGED -> "in the index, not committed";
                  case UNTRACKED -> "not in Git";
                  case IGNORED -> "ignored by Git";
                })
        .or(() -> trouble.map(GitException::message));
  }

  private static String history(FileInGit file) {
    String added = file.added().map(commit -> "added " + words(commit)).orElse("");
    return file.changed().equals(file.added())
        ? added
        : added + file.changed().map(commit -> ", changed " + words(commit)).orElse("");
  }

  private static String words(Commit commit) {
    return commit.date().toLocalDate()
        + " by "
        + commit.author()
        + " in "
        + commit.id().substring(0, 8)
        + " ("
        + commit.summary()
        + ")";
  }

  /** For JSON; empty where there is no repository. */
  Optional<Map<String, Object>> json(RevisionId id) {
    return of(id)
        .map(
            file -> {
              Map<String, Object> map = new LinkedHashMap<>();
              map.put("state", file.state().name().toLowerCase(Locale.ROOT));
              file.added().ifPresent(commit -> map.put("added", json(commit)));
              file.changed().ifPresent(commit -> map.put("changed", json(commit)));
              return map;
            });
  }

  private static Map<String, Object> json(Commit commit) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("commit", commit.id());
    map.put("author", commit.author());
    map.put("date", commit.date().toString());
    map.put("summary", commit.summary());
    return map;
  }
}
