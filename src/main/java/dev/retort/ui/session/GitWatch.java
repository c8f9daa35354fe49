package dev.retort.ui.session;

import dev.retort.engine.Project;
import dev.retort.engine.git.FileInGit;
import dev.retort.engine.git.FileInGit.State;
import dev.retort.engine.git.GitFiles;
import dev.retort.engine.git.GitMemory;
import dev.retort.problem.Problem;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.WayBack;
import dev.retort.ui.task.Background;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * Asks Git about the project's files whenever they were read, and whenever somebody thinks that
 * there may have been a commit. One question at a time. Toolkit's thread.
 */
public final class GitWatch {
  private final Background background;
  private final ObservableValue<Optional<Project>> project;
  private final GitMemory memory = new GitMemory();
  private final ReadOnlyObjectWrapper<GitFacts> facts =
      new ReadOnlyObjectWrapper<>(GitFacts.none());
  private final ReadOnlyObjectWrapper<Optional<Trouble>> trouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private boolean asking;
  private boolean again;

  /** Follows a project. */
  GitWatch(Background background, ObservableValue<Optional<Project>> project) {
    this.background = background;
    this.project = project;
    project.addListener((observable, before, now) -> look());
  }

  /** Asks again. */
  public void look() {
    Optional<Project> on = project.getValue();
    if (on.isEmpty()) {
      facts.set(GitFacts.none());
      return;
    }
    again = asking;
    if (asking) {
      return;
    }
    asking = true;
    background.run(
        () -> facts(on.get()),
        found -> {
          trouble.set(Optional.empty());
          if (!facts.get().equals(found)) {
            facts.set(found);
          }
          answered();
        },
        problem -> {
          facts.set(GitFacts.none());
          trouble.set(Optional.of(Trouble.of(problem)));
          answered();
        });
  }

  private void answered() {
    asking = false;
    if (again) {
      look();
    }
  }

  private GitFacts facts(Project on) {
    Map<RevisionId, Set<Path>> byRevision = new HashMap<>();
    Set<Path> all = new HashSet<>();
    for (Revision revision : on.graph().revisions()) {
      Set<Path> own = files(revision);
      byRevision.put(revision.id(), own);
      all.addAll(own);
    }
    on.problems().stream()
        .map(Problem::file)
        .flatMap(Optional::stream)
        .filter(file -> file.toString().endsWith(".sql"))
        .map(GitWatch::plain)
        .forEach(all::add);
    Map<Path, FileInGit> files = GitFiles.of(on.root(), all, memory);
    Map<RevisionId, State> notCommitted = new HashMap<>();
    byRevision.forEach(
        (id, own) ->
            own.stream()
                .map(files::get)
                .filter(java.util.Objects::nonNull)
                .map(FileInGit::state)
                .filter(state -> state != State.COMMITTED && state != State.IGNORED)
                .forEach(state -> notCommitted.putIfAbsent(id, state)));
    return new GitFacts(files, notCommitted);
  }

  private static Set<Path> files(Revision revision) {
    Optional<Path> down =
        revision.wayBack() instanceof WayBack.Downgrade(Script script)
            ? script.file()
            : Optional.empty();
    Set<Path> files = new HashSet<>();
    Stream.of(revision.file(), down)
        .flatMap(Optional::stream)
        .map(GitWatch::plain)
        .forEach(files::add);
    return files;
  }

  private static Path plain(Path file) {
    return file.toAbsolutePath().normalize();
  }

  /** What Git said last. */
  public ReadOnlyObjectProperty<GitFacts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /** Why it says nothing although there is a repository. */
  public ReadOnlyObjectProperty<Optional<Trouble>> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }
}
