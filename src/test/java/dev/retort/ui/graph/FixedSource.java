package dev.retort.ui.graph;

import dev.retort.engine.Position;
import dev.retort.engine.git.FileInGit;
import dev.retort.execute.state.DatabaseState;
import dev.retort.execute.state.ServerInfo;
import dev.retort.execute.state.VersionRows;
import dev.retort.graph.RevisionGraph;
import dev.retort.profile.Environment;
import dev.retort.profile.Profile;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.shadow.RoundTrip;
import dev.retort.ui.session.Trouble;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A graph and databases at will, without files and servers. */
final class FixedSource implements GraphSource {
  private final ObjectProperty<Optional<RevisionGraph>> graph;
  private final ObjectProperty<Optional<Profile>> profile = empty();
  private final ObjectProperty<Optional<Position>> position = empty();
  private final ObjectProperty<Optional<Profile>> otherProfile = empty();
  private final ObjectProperty<Optional<Position>> otherPosition = empty();
  private final ObjectProperty<Optional<Trouble>> otherTrouble = empty();
  private final ObjectProperty<Boolean> busy = new SimpleObjectProperty<>(false);
  private final ObjectProperty<Map<RevisionId, FileInGit.State>> notCommitted =
      new SimpleObjectProperty<>(Map.of());
  private final ObservableList<Profile> profiles = FXCollections.observableArrayList();
  private final ObjectProperty<Map<RevisionId, RoundTrip>> roundTrips =
      new SimpleObjectProperty<>(Map.of());
  private final Map<RevisionId, List<RevisionId>> cameFrom = new HashMap<>();

  FixedSource(List<Revision> revisions) {
    graph = new SimpleObjectProperty<>(Optional.of(RevisionGraph.of(revisions)));
  }

  @Override
  public ObservableValue<Map<RevisionId, FileInGit.State>> notCommitted() {
    return notCommitted;
  }

  private static <T> ObjectProperty<Optional<T>> empty() {
    return new SimpleObjectProperty<>(Optional.empty());
  }

  static Profile profile(String name, Environment environment) {
    return new Profile(name, environment, false, new Profile.Target.Sandbox());
  }

  /** The chosen database is at some revisions. */
  FixedSource at(String name, Environment environment, String... heads) {
    Profile chosen = profile(name, environment);
    profiles.add(chosen);
    profile.set(Optional.of(chosen));
    position.set(Optional.of(position(heads)));
    return this;
  }

  /** Another database is shown beside it. */
  FixedSource beside(String name, Environment environment, String... heads) {
    Profile other = profile(name, environment);
    profiles.add(other);
    otherProfile.set(Optional.of(other));
    otherPosition.set(Optional.of(position(heads)));
    return this;
  }

  /** The other database cannot be looked at. */
  void fail(String message, String hint) {
    otherPosition.set(Optional.empty());
    otherTrouble.set(Optional.of(new Trouble(message, hint)));
  }

  /** The log knows a run to a revision. */
  FixedSource log(String from, String to) {
    cameFrom.put(new RevisionId(to), List.of(new RevisionId(from)));
    return this;
  }

  /** The files have changed. */
  void files(List<Revision> revisions) {
    graph.set(Optional.of(RevisionGraph.of(revisions)));
  }

  Position position(String... heads) {
    ServerInfo server =
        new ServerInfo("16.4", 160004, "db", "me", false, false, false, 1, Duration.ZERO);
    List<RevisionId> rows = Arrays.stream(heads).map(RevisionId::new).toList();
    VersionRows versions = new VersionRows("public.alembic_version", true, rows, Optional.empty());
    return new Position(
        new DatabaseState(server, versions, Optional.empty()), graph.get().orElseThrow());
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
    return position;
  }

  @Override
  public ObservableValue<Set<RevisionId>> edited() {
    return new SimpleObjectProperty<>(Set.of());
  }

  @Override
  public ObservableList<Profile> profiles() {
    return profiles;
  }

  @Override
  public ObservableValue<Optional<Profile>> otherProfile() {
    return otherProfile;
  }

  @Override
  public ObservableValue<Optional<Position>> otherPosition() {
    return otherPosition;
  }

  @Override
  public ObservableValue<Optional<Trouble>> otherTrouble() {
    return otherTrouble;
  }

  @Override
  public ObservableValue<Boolean> otherBusy() {
    return busy;
  }

  /** Round trips are known. */
  FixedSource tried(RoundTrip... trips) {
    Map<RevisionId, RoundTrip> known = new HashMap<>(roundTrips.get());
    for (RoundTrip trip : trips) {
      known.put(trip.revision(), trip);
    }
    roundTrips.set(known);
    return this;
  }

  @Override
  public ObservableValue<Map<RevisionId, RoundTrip>> roundTrips() {
    return roundTrips;
  }

  @Override
  public void showBeside(Optional<Profile> wanted) {
    otherProfile.set(wanted);
    if (wanted.isEmpty()) {
      otherPosition.set(Optional.empty());
    }
  }

  @Override
  public Map<RevisionId, List<RevisionId>> cameFrom() {
    return cameFrom;
  }
}
