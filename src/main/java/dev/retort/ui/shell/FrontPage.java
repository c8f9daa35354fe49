package dev.retort.ui.shell;

import dev.retort.profile.file.ProfileDefinition;
import dev.retort.ui.profile.ProfileActions;
import dev.retort.ui.profile.ProfileEntry;
import dev.retort.ui.profile.ProfilesModel;
import dev.retort.ui.profile.ProfilesPane;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/** The project's views, one at a time, beside the profiles; all that is not a review or a run. */
final class FrontPage extends BorderPane {
  private final Node graph;
  private final Sidebar sidebar;
  private final ProfilesPane profiles;

  /**
   * The pages of a session.
   *
   * @param graph the revisions, which are shown first
   * @param say takes a sentence about something that did not work
   */
  FrontPage(ProjectSession session, Background background, Node graph, Consumer<String> say) {
    this.graph = graph;
    ProfilesModel model = new ProfilesModel(session, background);
    this.profiles = new ProfilesPane(model, new Profiles(session, background, say));
    this.sidebar = new Sidebar(profiles, this::open);
    setLeft(sidebar);
    open(View.GRAPH);
  }

  /** Opens a view. */
  void open(View view) {
    sidebar.mark(view);
    switch (view) {
      case GRAPH -> setCenter(graph);
    }
  }

  /** Brings the keyboard to the profiles. */
  void toProfiles() {
    profiles.toList();
  }

  /** Does what is asked for in the list of profiles. */
  private record Profiles(ProjectSession session, Background background, Consumer<String> say)
      implements ProfileActions {
    @Override
    public void create() {}

    @Override
    public void edit(ProfileEntry entry, boolean copy) {}

    @Override
    public void openFile(ProfileEntry entry) {
      entry
          .definition()
          .map(ProfileDefinition::file)
          .ifPresent(
              (Path file) ->
                  background.run(
                      () -> FileOpener.open(session.retort().surroundings().user().os(), file),
                      opened -> {},
                      problem -> say.accept("The file cannot be opened: " + problem.getMessage())));
    }

    @Override
    public void done(Optional<ProfileDefinition> saved) {}
  }
}
