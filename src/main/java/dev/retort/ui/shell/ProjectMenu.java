package dev.retort.ui.shell;

import dev.retort.engine.Project;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.welcome.WelcomeModel;
import dev.retort.ui.widget.FolderChooser;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The open project's name in the header, and the way to another one. */
final class ProjectMenu extends MenuButton {
  private final ProjectSession session;
  private final WelcomeModel projects;
  private final FolderChooser chooser;

  ProjectMenu(ProjectSession session, WelcomeModel projects, FolderChooser chooser) {
    this.session = session;
    this.projects = projects;
    this.chooser = chooser;
    setId("project");
    setMinWidth(56);
    setMnemonicParsing(false);
    getStyleClass().addAll("flat", "project-menu");
    session.projectProperty().subscribe((Optional<Project> now) -> show(now));
    setOnShowing(event -> fill());
    fill();
  }

  private void show(Optional<Project> now) {
    setText(now.map(Project::name).orElse("no project"));
    setAccessibleText("Project " + getText());
  }

  private void fill() {
    Optional<Path> open = session.projectProperty().get().map(Project::root);
    getItems().clear();
    projects.projects().stream()
        .filter(root -> !open.equals(Optional.of(root)))
        .limit(8)
        .forEach(root -> getItems().add(item(Project.name(root) + "  ·  " + root, root)));
    if (!getItems().isEmpty()) {
      getItems().add(new SeparatorMenuItem());
    }
    MenuItem other = new MenuItem("Open a folder…");
    other.setId("open-other-folder");
    other.setOnAction(
        event -> chooser.choose("Open a folder", getScene().getWindow()).ifPresent(projects::open));
    getItems().add(other);
  }

  private MenuItem item(String text, Path root) {
    MenuItem item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> projects.open(root));
    return item;
  }
}
