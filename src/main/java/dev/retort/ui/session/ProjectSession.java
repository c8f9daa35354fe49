package dev.retort.ui.session;

import dev.retort.engine.Connection;
import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.engine.Retort;
import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;
import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.Profile;
import dev.retort.profile.Secret;
import dev.retort.profile.resolve.Wish;
import dev.retort.profile.secret.PasswordPrompt;
import dev.retort.ui.task.Background;
import dev.retort.ui.task.ClientWords;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /**
   * Something that went wrong, in words a person can act on.
   *
   * @param code the error's; empty for none
   * @param mayPass whether it may go away without anybody doing anything here
   */
  public record Trouble(String code, String message, String hint, boolean mayPass) {
    private static final Set<String> PASSWORDS = Set.of("password", "not-authorized");

    /** Something without a code, that stays. */
    public Trouble(String message, String hint) {
      this("", message, hint, false);
    }

    /** What went wrong and what to do about it. */
    public String words() {
      return Problem.sentences(message, hint);
    }

    /** What an exception says. */
    public static Trouble of(Throwable problem) {
      return problem instanceof RetortException known
          ? new Trouble(
              known.code(),
              known.message(),
              ClientWords.hint(known),
              (known.kind() == RetortException.Kind.CONNECTION && !PASSWORDS.contains(known.code()))
                  || known.code().equals("permission-denied"))
          : new Trouble("Something unexpected went wrong: " + problem, "");
    }

    /** Whether another password might help. */
    public boolean aboutPassword() {
      return PASSWORDS.contains(code);
    }
  }

  private final Retort retort;
  private final Background background;
  private final PasswordDesk passwords;
  private final Recovery recovery;
  private final ReadOnlyObjectWrapper<Optional<Project>> project =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Connection>> connection =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Position>> position =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Trouble>> projectTrouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Trouble>> databaseTrouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
  private final ObservableList<Profile> profiles = FXCollections.observableArrayList();
  private final FileWatch files;
  private final SecondDatabase second;
  private final GitWatch git;
  private final EditedFiles edited;
  private final ShadowDesk shadows;
  private final RoundTrips roundTrips;
  private final Unversioned unversioned;
  private Optional<Wish> wish = Optional.empty();
  private int asked;
  private int read;

  /** A session that has opened nothing yet. */
  public ProjectSession(Retort retort, Background background, PasswordPrompt prompt) {
    this.retort = retort;
    this.background = background;
    this.passwords = new PasswordDesk(prompt);
    this.recovery = new Recovery(background, this::lookAgain);
    this.files = new FileWatch(background, this::filesChanged);
    project.addListener((observable, before, now) -> now.ifPresent(files::follow));
    this.git = new GitWatch(background, project.getReadOnlyProperty());
    this.second = new SecondDatabase(retort, background, passwords, project.getReadOnlyProperty());
    this.edited = new EditedFiles(retort, background, project, connection, position);
    this.shadows =
        new ShadowDesk(
            retort,
            background,
            passwords,
            project.getReadOnlyProperty(),
            connection.getReadOnlyProperty());
    this.unversioned = new Unversioned(background);
    position.addListener((observable, before, now) -> unversioned.look(connection.get(), now));
    this.roundTrips =
        new RoundTrips(
            background, shadows, project.getReadOnlyProperty(), connection.getReadOnlyProperty());
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
          connect(opened, wish);
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
    if (!isChosen(profile)) {
      choose(profile.name());
    }
  }

  /** Looks at the database of the profile of that name, even if it is the chosen one already. */
  public void choose(String profile) {
    project.get().ifPresent(on -> connect(on, Wish.profile(profile)));
  }

  /** Asks the database again where it is, without reading the files; connects if need be. */
  public void lookAgain() {
    recovery.trying();
    look();
  }

  /** Waits no longer for the answer of a database; what comes of it after all is thrown away. */
  public void stopLooking() {
    if (busy.get()) {
      asked++;
      read++;
      busy.set(false);
      recovery.over();
      databaseTrouble.set(
          Optional.of(
              new Trouble(
                  "Stopped waiting for the database.",
                  "Try again, or choose another profile at the left.")));
    }
  }

  /** Tries the chosen connection again with a password that was typed. */
  public void useTyped(ConnectionSettings settings, Secret password) {
    passwords.put(settings, password);
    if (project.get().isPresent() && wish.isPresent()) {
      connect(project.get().get(), wish.get());
    }
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
                      reconnectIfChanged(on, now);
                    },
                    problem -> databaseTrouble.set(Optional.of(Trouble.of(problem)))));
  }

  private void reconnectIfChanged(Project on, List<Profile> now) {
    Optional<Profile> chosen = connection.get().map(Connection::profile);
    chosen
        .flatMap(was -> now.stream().filter(one -> one.name().equals(was.name())).findFirst())
        .filter(one -> !one.equals(chosen.orElseThrow()))
        .ifPresent(one -> connect(on, Wish.profile(one.name())));
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
    reload(databaseTrouble.get().filter(Trouble::aboutPassword).isEmpty());
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
            reconnectIfChanged(now.project(), now.profiles());
          }
        },
        problem -> {
          if (question == read) {
            busy.set(false);
            projectTrouble.set(Optional.of(Trouble.of(problem)));
          }
        });
  }

  private boolean isChosen(Profile profile) {
    return connection.get().map(Connection::profile).filter(profile::equals).isPresent();
  }

  private record Reloaded(Project project, List<Profile> profiles) {}

  private void connect(Project opened, Wish wanted) {
    // What is still being asked of the connection before this one counts no more.
    int question = ++asked;
    wish = Optional.of(wanted);
    recovery.over();
    busy.set(true);
    background.run(
        () -> new Chosen(retort.profiles(opened), retort.connect(opened, wanted, passwords)),
        chosen -> {
          if (question != asked) {
            closeLater(chosen.connection());
            return;
          }
          connection.get().ifPresent(this::closeLater);
          profiles.setAll(chosen.profiles());
          position.set(Optional.empty());
          if (!isChosen(chosen.connection().profile())) {
            // What is wrong with the same database stays in sight until it is known to be over.
            databaseTrouble.set(Optional.empty());
          }
          connection.set(Optional.of(chosen.connection()));
          look();
        },
        problem -> {
          if (question == asked) {
            fail(problem);
          }
        });
  }

  private void fail(Throwable problem) {
    Trouble trouble = Trouble.of(problem);
    busy.set(false);
    databaseTrouble.set(Optional.of(trouble));
    recovery.failed(trouble);
  }

  private record Chosen(List<Profile> profiles, Connection connection) {}

  private void look() {
    if (project.get().isPresent() && connection.get().isEmpty() && wish.isPresent()) {
      connect(project.get().get(), wish.get());
      return;
    }
    if (project.get().isEmpty() || connection.get().isEmpty()) {
      busy.set(false);
      return;
    }
    int question = ++asked;
    Project on = project.get().get();
    Connection at = connection.get().get();
    busy.set(true);
    background.run(
        () -> at.position(on),
        found -> {
          if (question == asked) {
            busy.set(false);
            recovery.over();
            databaseTrouble.set(Optional.empty());
            position.set(Optional.of(found));
          }
        },
        problem -> {
          if (question == asked) {
            position.set(Optional.empty());
            fail(problem);
          }
        });
  }

  private void closeLater(Connection old) {
    background.run(
        () -> {
          old.close();
          return old;
        },
        closed -> {},
        problem -> databaseTrouble.set(Optional.of(Trouble.of(problem))));
  }

  /** The engine. */
  public Retort retort() {
    return retort;
  }

  /** The project as last read. */
  public ReadOnlyObjectProperty<Optional<Project>> projectProperty() {
    return project.getReadOnlyProperty();
  }

  /** The chosen connection. */
  public ReadOnlyObjectProperty<Optional<Connection>> connectionProperty() {
    return connection.getReadOnlyProperty();
  }

  /** The attempts that are made by themselves while the database is out of reach. */
  public Recovery recovery() {
    return recovery;
  }

  /** The passwords typed since the client was started. */
  public PasswordDesk passwords() {
    return passwords;
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
    return position.getReadOnlyProperty();
  }

  /** Why there is no project. */
  public ReadOnlyObjectProperty<Optional<Trouble>> projectTroubleProperty() {
    return projectTrouble.getReadOnlyProperty();
  }

  /** Why the database's position is not known. */
  public ReadOnlyObjectProperty<Optional<Trouble>> databaseTroubleProperty() {
    return databaseTrouble.getReadOnlyProperty();
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
    connection.get().ifPresent(Connection::close);
  }
}
