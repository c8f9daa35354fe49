package dev.retort.ui.graph;

import dev.retort.engine.Connection;
import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.engine.git.FileInGit;
import dev.retort.graph.RevisionGraph;
import dev.retort.profile.Profile;
import dev.retort.revision.RevisionId;
import dev.retort.shadow.RoundTrip;
import dev.retort.ui.session.GitFacts;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.session.Trouble;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;

/** The project and databases of a session. */
public final class SessionSource implements GraphSource {
  private final ProjectSession session;
  private final ObservableValue<Optional<RevisionGraph>> graph;
  private final ObservableValue<Optional<Profile>> profile;
  private final ObservableValue<Map<RevisionId, FileInGit.State>> notCommitted;
  private final ObservableValue<Set<RevisionId>> edited;

  /** What a session looks at. */
  public SessionSource(ProjectSession session) {
    this.session = session;
    this.graph = session.projectProperty().map(project -> project.map(Project::graph));
    this.profile =
        session.connectionProperty().map(connection -> connection.map(Connection::profile));
    this.notCommitted = session.git().factsProperty().map(GitFacts::notCommitted);
    this.edited = session.edited().editedProperty().map(Map::keySet);
  }

  @Override
  public ObservableValue<Optional<RevisionGraph>> graph() {
    return graph;
  }

  @Override
  public ObservableValue<Optional<Profile>> profile() {
    return profile;
  }

  @Override
  public ObservableValue<Optional<Position>> position() {
    return session.positionProperty();
  }

  @Override
  public ObservableValue<Set<RevisionId>> edited() {
    return edited;
  }

  @Override
  public ObservableList<Profile> profiles() {
    return session.profiles();
  }

  @Override
  public ObservableValue<Optional<Profile>> otherProfile() {
    return session.second().profileProperty();
  }

  @Override
  public ObservableValue<Optional<Position>> otherPosition() {
    return session.second().positionProperty();
  }

  @Override
  public ObservableValue<Optional<Trouble>> otherTrouble() {
    return session.second().troubleProperty();
  }

  @Override
  public ObservableValue<Boolean> otherBusy() {
    return session.second().busyProperty();
  }

  @Override
  public ObservableValue<Map<RevisionId, RoundTrip>> roundTrips() {
    return session.roundTrips().knownProperty();
  }

  @Override
  public void showBeside(Optional<Profile> wanted) {
    session.second().choose(wanted);
  }

  @Override
  public ObservableValue<Map<RevisionId, FileInGit.State>> notCommitted() {
    return notCommitted;
  }

  @Override
  public Map<RevisionId, List<RevisionId>> cameFrom() {
    return session
        .projectProperty()
        .get()
        .map(project -> CameFrom.log(session.retort(), project))
        .orElse(Map.of());
  }
}
