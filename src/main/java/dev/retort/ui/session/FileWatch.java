package dev.retort.ui.session;

import dev.retort.engine.Project;
import dev.retort.engine.watch.ProjectWatch;
import dev.retort.engine.watch.WatchException;
import dev.retort.profile.project.Migrations;
import dev.retort.ui.task.Background;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Keeps a watch on the files of whichever project is open. Toolkit's thread. */
final class FileWatch implements AutoCloseable {
  private final Background background;
  private final Runnable changed;
  private final ReadOnlyObjectWrapper<Optional<Trouble>> trouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Watching> now = Optional.empty();
  private int asked;

  private record Watching(Path root, Migrations migrations, ProjectWatch watch) {
    boolean covers(Project project) {
      return root.equals(project.root()) && migrations.equals(project.config().migrations());
    }
  }

  /**
   * Watches nothing yet.
   *
   * @param changed called on the toolkit's thread after each burst of changes
   */
  FileWatch(Background background, Runnable changed) {
    this.background = background;
    this.changed = changed;
  }

  /** Watches this project from now on, in place of any other. */
  void follow(Project project) {
    if (now.filter(one -> one.covers(project)).isPresent()) {
      return;
    }
    int question = ++asked;
    background.run(
        () ->
            new Watching(
                project.root(),
                project.config().migrations(),
                ProjectWatch.start(
                    project,
                    () -> background.onToolkit(changed),
                    problem -> background.onToolkit(() -> failed(problem)))),
        begun -> {
          if (question == asked) {
            now.ifPresent(one -> one.watch().close());
            now = Optional.of(begun);
            trouble.set(Optional.empty());
          } else {
            begun.watch().close();
          }
        },
        this::failed);
  }

  private void failed(Throwable problem) {
    trouble.set(Optional.of(Trouble.of(problem)));
    if (problem instanceof WatchException) {
      close();
    }
  }

  /** Why changes are not noticed. */
  ReadOnlyObjectProperty<Optional<Trouble>> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  @Override
  public void close() {
    asked++;
    now.ifPresent(one -> one.watch().close());
    now = Optional.empty();
  }
}
