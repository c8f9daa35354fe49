package dev.retort.ui.profile;

import dev.retort.engine.Connection;
import dev.retort.engine.Project;
import dev.retort.engine.Retort;
import dev.retort.problem.Problem;
import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.Environment;
import dev.retort.profile.Profile;
import dev.retort.profile.file.ProfileDefinition;
import dev.retort.profile.resolve.ProfileBook;
import dev.retort.revision.RevisionId;
import dev.retort.ui.profile.ProfileEntry.Origin;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;
import dev.retort.ui.task.ClientWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/**
 * Every profile there is, which of them is looked at, and what can be done with them. Reads the
 * files again whenever the session has read its profiles.
 */
public final class ProfilesModel {
  private final ProjectSession session;
  private final Background background;
  private final ObservableList<ProfileEntry> entries = FXCollections.observableArrayList();
  private final ObservableMap<String, String> heads = FXCollections.observableHashMap();
  private final ReadOnlyStringWrapper current = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<ProfileEntry>> doomed =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper nameToDelete = new ReadOnlyStringWrapper("");
  private final StringProperty typedName = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper unreachable = new ReadOnlyBooleanWrapper(false);
  private int asked;

  /** The profiles of a session. Toolkit's thread. */
  public ProfilesModel(ProjectSession session, Background background) {
    this.session = session;
    this.background = background;
    session
        .profiles()
        .addListener((javafx.collections.ListChangeListener<Profile>) change -> read());
    session
        .connectionProperty()
        .subscribe(
            now -> {
              current.set(now.map(one -> one.profile().name()).orElse(""));
              read();
            });
    session
        .databaseTroubleProperty()
        .subscribe(
            trouble -> {
              unreachable.set(trouble.isPresent());
              // Where a database was is not where it is.
              trouble.ifPresent(why -> heads.remove(current.get()));
            });
    session
        .positionProperty()
        .subscribe(
            now ->
                now.ifPresent(position -> heads.put(current.get(), headWords(position.heads()))));
    read();
  }

  private static String headWords(List<RevisionId> ids) {
    return ids.isEmpty()
        ? "base"
        : ids.stream().map(RevisionId::value).collect(Collectors.joining(", "));
  }

  private record Found(List<ProfileEntry> entries, List<Problem> problems) {}

  private void read() {
    int question = ++asked;
    Optional<Project> project = session.projectProperty().get();
    List<Profile> usable = List.copyOf(session.profiles());
    Optional<Profile> chosen = session.connectionProperty().get().map(Connection::profile);
    Retort retort = session.retort();
    background.run(
        () -> {
          ProfileBook book = retort.profileBook(project);
          return new Found(
              entries(book, usable, chosen, retort.ownProfiles().file()), book.problems());
        },
        found -> {
          if (question == asked) {
            entries.setAll(found.entries());
            problem.set(found.problems().isEmpty() ? "" : found.problems().getFirst().oneLine());
          }
        },
        failure -> problem.set(ClientWords.of(failure)));
  }

  private static List<ProfileEntry> entries(
      ProfileBook book, List<Profile> usable, Optional<Profile> chosen, Path own) {
    List<ProfileEntry> all = new ArrayList<>();
    all.add(
        new ProfileEntry(
            "sandbox",
            Environment.DEVELOPMENT,
            false,
            "embedded PostgreSQL",
            Origin.SANDBOX,
            Optional.empty(),
            ""));
    for (ProfileDefinition one : book.profiles().values()) {
      Optional<Profile> complete =
          usable.stream().filter(profile -> profile.name().equals(one.name())).findFirst();
      all.add(
          new ProfileEntry(
              one.name(),
              one.environment(),
              one.readOnly(),
              complete.map(ProfilesModel::address).orElse(""),
              one.file().equals(own) ? Origin.OWN : Origin.PROJECT,
              Optional.of(one),
              complete.isPresent() ? "" : "cannot be completed"));
    }
    chosen
        .filter(profile -> all.stream().noneMatch(one -> one.name().equals(profile.name())))
        .ifPresent(
            profile ->
                all.add(
                    new ProfileEntry(
                        profile.name(),
                        profile.environment(),
                        profile.readOnly(),
                        address(profile),
                        Origin.SESSION,
                        Optional.empty(),
                        "")));
    return all;
  }

  private static String address(Profile profile) {
    return switch (profile.target()) {
      case Profile.Target.Sandbox sandbox -> "embedded PostgreSQL";
      case Profile.Target.Server(ConnectionSettings settings) -> settings.display();
    };
  }

  /** Looks at a profile's database, unless it is looked at already. */
  public void choose(ProfileEntry entry) {
    notice.set("");
    if (entry.origin() != Origin.SESSION && !entry.name().equals(current.get())) {
      session.choose(entry.name());
    }
  }

  /**
   * Asks whether one of the user's own profiles is to go; of a production database, its name has to
   * be typed: with the profile goes what guards it.
   */
  public void askToDelete(ProfileEntry entry) {
    typedName.set("");
    nameToDelete.set(entry.environment() == Environment.PRODUCTION ? databaseOf(entry) : "");
    doomed.set(Optional.of(entry).filter(one -> one.origin() == Origin.OWN));
  }

  /** The database's name; the profile's own where that cannot be told. */
  private String databaseOf(ProfileEntry entry) {
    for (Profile one : session.profiles()) {
      if (one.name().equals(entry.name())
          && one.target() instanceof Profile.Target.Server(ConnectionSettings settings)) {
        return settings.database();
      }
    }
    return entry.name();
  }

  private boolean mayDelete() {
    return nameToDelete.get().isEmpty() || nameToDelete.get().equals(typedName.get());
  }

  /** Keeps what was about to go. */
  public void keep() {
    doomed.set(Optional.empty());
  }

  /** Removes what was about to go from the user's file, unless a name has still to be typed. */
  public void delete() {
    if (!mayDelete()) {
      return;
    }
    Optional<ProfileEntry> gone = doomed.get();
    doomed.set(Optional.empty());
    gone.ifPresent(
        entry ->
            background.run(
                () -> session.retort().ownProfiles().remove(entry.name()),
                removed -> {
                  heads.remove(entry.name());
                  session.profilesChanged();
                  if (entry.name().equals(current.get())) {
                    session.choose("sandbox");
                  }
                },
                failure -> problem.set(ClientWords.of(failure))));
  }

  /** Says something about what was done with a profile; it stays until another is chosen. */
  public void say(String words) {
    notice.set(words);
  }

  /** What was said last; empty if there is nothing to say. */
  public ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /** Every profile, the sandbox first. */
  public ObservableList<ProfileEntry> entries() {
    return entries;
  }

  /** The heads last seen in this session, in words, by profile. */
  public ObservableMap<String, String> heads() {
    return heads;
  }

  /** The name of the profile that is looked at; empty for none. */
  public ReadOnlyStringProperty currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Whether the profile that is looked at cannot be reached. */
  public ReadOnlyBooleanProperty unreachableProperty() {
    return unreachable.getReadOnlyProperty();
  }

  /** What is wrong with the files; empty if nothing is. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The name that has to be typed before it is deleted; empty where none has to be. */
  public ReadOnlyStringProperty nameToDeleteProperty() {
    return nameToDelete.getReadOnlyProperty();
  }

  /** What is typed of it. */
  public StringProperty typedNameProperty() {
    return typedName;
  }

  /** Whether it has still to be typed. */
  ObservableValue<Boolean> undeletable() {
    return Bindings.createBooleanBinding(() -> !mayDelete(), nameToDelete, typedName);
  }

  /** The profile that is about to be deleted. */
  public ReadOnlyObjectProperty<Optional<ProfileEntry>> doomedProperty() {
    return doomed.getReadOnlyProperty();
  }
}
