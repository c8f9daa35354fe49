package dev.retort.ui.welcome;

import dev.retort.engine.author.NewProject;
import dev.retort.problem.RetortException;
import dev.retort.ui.task.Background;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The projects that were open before, and what can be done without one. Toolkit's thread. */
public final class WelcomeModel {
  private final RecentProjects recent;
  private final Background background;
  private final Consumer<Path> open;
  private final ObservableList<Path> projects = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

  /**
   * A model that has read nothing yet.
   *
   * @param open opens the project in a folder
   */
  public WelcomeModel(RecentProjects recent, Background background, Consumer<Path> open) {
    this.recent = recent;
    this.background = background;
    this.open = open;
  }

  /** Reads the list. */
  public void read() {
    background.run(recent::all, projects::setAll, this::failed);
  }

  /** Opens a folder as it is. */
  public void open(Path folder) {
    trouble.set("");
    open.accept(folder);
  }

  /** Makes a project in a folder and opens it; a folder that has one is left as it is. */
  public void begin(Path folder) {
    trouble.set("");
    background.run(() -> NewProject.in(folder), written -> open.accept(folder), this::failed);
  }

  /** Keeps that a project was opened. */
  public void opened(Path root) {
    background.run(
        () -> {
          recent.opened(root);
          return recent.all();
        },
        projects::setAll,
        this::failed);
  }

  /** Takes a project off the list. */
  public void forget(Path root) {
    background.run(
        () -> {
          recent.forget(root);
          return recent.all();
        },
        projects::setAll,
        this::failed);
  }

  private void failed(Throwable problem) {
    trouble.set(
        Optional.of(problem)
            .filter(RetortException.class::isInstance)
            .map(RetortException.class::cast)
            .map(RetortException::words)
            .orElseGet(problem::toString));
  }

  /** The last one first. */
  public ObservableList<Path> projects() {
    return FXCollections.unmodifiableObservableList(projects);
  }

  /** What went wrong last; empty if nothing did. */
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }
}
