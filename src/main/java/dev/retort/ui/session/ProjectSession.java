package dev.retort.ui.session;

import dev.retort.engine.Connection;
import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.engine.Retort;
import dev.retort.problem.RetortException;
import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.Profile;
import dev.retort.profile.Secret;
import dev.retort.profile.resolve.Wish;
import dev.retort.profile.secret.PasswordPrompt;
import dev.retort.ui.task.Background;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The opened project, the chosen connection and what is known of its database. Everything here is
 * read and changed on the toolkit's thread; the reading itself happens in the background, and an
 * answer that comes after the question has changed is thrown away.
 */
public final class ProjectSession implements AutoCloseable {
  private final Retort retort;
  private final Background background;
  private final ReadOnlyObjectWrapper<Optional<Project>> project =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Trouble>> projectTrouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
  private final ObservableList<Profile> profiles = FXCollections.observableArrayList();
  private final ChosenDatabase database;
  private final FileWatch files;
  private final SecondDatabase second;
  private final GitWatch git;
  private final EditedFiles edited;
  private final ShadowDesk shadows;
  private final RoundTrips roundTrips;
  private final Unversioned unversioned;
  private int read;

  /** A session that has opened nothing yet. */
  public ProjectSession(Retort retort, Background background, PasswordPrompt prompt) {
    this.retort = retort;
    this.background = background;
    ReadOnlyObjectProperty<Optional<Project>> opened = project.getReadOnlyProperty();
    this.database = new ChosenDatabase(retort, background, prompt, opened, busy, profiles::setAll);
    ReadOnlyObjectProperty<Optional<Connection>> connection = database.connectionProperty();
    this.files = new FileWatch(background, this::filesChanged);
    project.addListener((observable, before, now) -> now.ifPresent(files::follow));
    this.git = new GitWatch(background, opened);
    this.second = new SecondDatabase(retort, background, database.passwords(), opened);
    this.edited =
        new EditedFiles(retort, background, opened, connection, database.positionProperty());
    this.shadows = new ShadowDesk(retort, background, database.passwords(), opened, connection);
    this.unversioned = new Unversioned(background);
    database
        .positionProperty()
        .addListener((observable, before, now) -> unversioned.look(connection.get(), now));
    this.roundTrips = new RoundTrips(background, shadows, opened, connection);
  }

  /** Opens a project and looks at the wished database. */
  public void open(Optional<Path> directory, Wish wish) {
    open(directory, wish, Optional::empty);
  }

  /**
   * Opens a project and looks at the wished database.
   *
   * @param otherwise the project that is opened where there is none; asked in the background
   */
  public void open(Optional<Path> directory, Wish wish, Callable<Optional<Path>> otherwise) {
    busy.set(true);
    background.run(
        () -> openOr(directory, otherwise),
        opened -> {
          projectTrouble.set(Optional.empty());
          project.set(Optional.of(opened));
          database.connect(opened, wish);
        },
        problem -> {
          busy.set(false);
          projectTrouble.set(Optional.of(Trouble.of(problem)));
        });
  }

  private Project openOr(Optional<Path> directory, Callable<Optional<Path>> otherwise)
      throws Exception {
    try {
      return retort.open(directory);
    } catch (RetortException none) {
      if (!none.code().equals("no-project")) {
        throw none;
      }
      Optional<Path> other = otherwise.call();
      if (other.isEmpty()) {
        throw none;
      }
      return retort.open(other);
    }
  }

  /** Looks at another profile's database. */
  public void choose(Profile profile) {
    if (!database.is(profile)) {
      choose(profile.name());
    }
  }

  /** Looks at the database of the profile of that name, even if it is the chosen one already. */
  public void choose(String profile) {
    project.get().ifPresent(on -> database.connect(on, Wish.profile(profile)));
  }

  /** Asks the database again where it is, without reading the files; connects if need be. */
  public void lookAgain() {
    database.lookAgain();
  }

  /** Waits no longer for the answer of a database; what comes of it after all is thrown away. */
  public void stopLooking() {
    if (busy.get()) {
      read++;
      busy.set(false);
      database.stop();
    }
  }

  /** Tries the chosen connection again with a password that was typed. */
  public void useTyped(ConnectionSettings settings, Secret password) {
    database.useTyped(settings, password);
  }

  /**
   * Reads the profiles again, after they were changed, and connects anew if the chosen one is
   * another now.
   */
  public void profilesChanged() {
    project
        .get()
        .ifPresent(
            on ->
                background.run(
                    () -> retort.profiles(on),
                    now -> {
                      profiles.setAll(now);
                      database.reconnectIfChanged(on, now);
                    },
                    database::say));
  }

  /** Reads the files and the database again. */
  public void refresh() {
    reload(true);
  }

  /**
   * Reads the files again, which have changed, and the database with them; but for one that has
   * refused a password, which is tried again by hand alone.
   */
  public void filesChanged() {
    reload(database.troubleProperty().get().filter(Trouble::aboutPassword).isEmpty());
  }

  private void reload(boolean look) {
    Optional<Project> before = project.get();
    if (before.isEmpty()) {
      return;
    }
    int question = ++read;
    busy.set(true);
    background.run(
        () -> {
          Project now = before.get().reload();
          return new Reloaded(now, retort.profiles(now));
        },
        now -> {
          // Files that change quickly are read several times at once; only the last reading counts.
          if (question == read) {
            projectTrouble.set(Optional.empty());
            project.set(Optional.of(now.project()));
            profiles.setAll(now.profiles());
            if (look) {
              lookAgain();
            } else {
              busy.set(false);
            }
            database.reconnectIfChanged(now.project(), now.profiles());
          }
        },
        problem -> {
          if (question == read) {
            busy.set(false);
            projectTrouble.set(Optional.of(Trouble.of(problem)));
          }
        });
  }

  private record Reloaded(Project project, List<Profile> profiles) {}

  /** The engine. */
  public Retort retort() {
    return retort;
  }

  /** The project as last read. */
  public ReadOnlyObjectProperty<Optional<Project>> projectProperty() {
    return project.getReadOnlyProperty();
  }

  /** A path as it is shown: from the project's folder on, if it is in there. */
  public String shown(Path file) {
    return project
        .get()
        .map(Project::root)
        .filter(file::startsWith)
        .map(root -> root.relativize(file).toString())
        .orElseGet(file::toString);
  }

  /** The chosen connection. */
  public ReadOnlyObjectProperty<Optional<Connection>> connectionProperty() {
    return database.connectionProperty();
  }

  /** The attempts that are made by themselves while the database is out of reach. */
  public Recovery recovery() {
    return database.recovery();
  }

  /** The passwords typed since the client was started. */
  public PasswordDesk passwords() {
    return database.passwords();
  }

  /** What Git knows of the files. */
  public GitWatch git() {
    return git;
  }

  /** Applied revisions whose files were edited after they ran on the chosen database. */
  public EditedFiles edited() {
    return edited;
  }

  /** Another profile's database, to be looked at beside the chosen one. */
  public SecondDatabase second() {
    return second;
  }

  /** What schemas are at the project's revisions. */
  public ShadowDesk shadows() {
    return shadows;
  }

  /** Whether the database has tables and no word of where it is. */
  public Unversioned unversioned() {
    return unversioned;
  }

  /** What is known of the ways back. */
  public RoundTrips roundTrips() {
    return roundTrips;
  }

  /** Where the database is; empty while it is not known. */
  public ReadOnlyObjectProperty<Optional<Position>> positionProperty() {
    return database.positionProperty();
  }

  /** Why there is no project. */
  public ReadOnlyObjectProperty<Optional<Trouble>> projectTroubleProperty() {
    return projectTrouble.getReadOnlyProperty();
  }

  /** Why the database's position is not known. */
  public ReadOnlyObjectProperty<Optional<Trouble>> databaseTroubleProperty() {
    return database.troubleProperty();
  }

  /** Why changes of the files are not noticed by themselves. */
  public ReadOnlyObjectProperty<Optional<Trouble>> watchTroubleProperty() {
    return files.troubleProperty();
  }

  /** Whether something is being read. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Every profile that can be chosen. */
  public ObservableList<Profile> profiles() {
    return profiles;
  }

  /** Lets go of the connection, and of the sandbox with it. Blocks. */
  @Override
  public void close() {
    files.close();
    shadows.close();
    database.close();
  }
}
