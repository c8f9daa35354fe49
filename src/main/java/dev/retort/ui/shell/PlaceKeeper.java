package dev.retort.ui.shell;

import dev.retort.engine.Project;
import dev.retort.ui.graph.GraphView;
import dev.retort.ui.graph.Place;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;
import java.nio.file.Path;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Brings the graph of a project that is opened to where it was left, and keeps where it is. */
final class PlaceKeeper {
  private static final Duration SETTLED = Duration.millis(400);

  private final Background background;
  private final GraphView view;
  private final Places places;
  private final PauseTransition settled = new PauseTransition(SETTLED);
  private Optional<Path> project = Optional.empty();

  PlaceKeeper(ProjectSession session, Background background, GraphView view) {
    this.background = background;
    this.view = view;
    this.places = new Places(session.retort().folders().data().resolve("places.properties"));
    settled.setOnFinished(event -> project.ifPresent(this::keep));
    view.onMoved(settled::playFromStart);
    session.projectProperty().subscribe(now -> opened(now.map(Project::root)));
  }

  private void opened(Optional<Path> root) {
    if (root.isEmpty() || root.equals(project)) {
      return;
    }
    project = root;
    background.run(
        () -> places.find(root.get()),
        found -> found.ifPresent(view::goTo),
        // Not knowing the place is no trouble worth a word: one begins at the top.
        unreadable -> {});
  }

  private void keep(Path root) {
    Place place = view.place();
    background.run(
        () -> {
          places.keep(root, place);
          return place;
        },
        kept -> {},
        unwritable -> {});
  }
}
