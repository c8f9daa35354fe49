package dev.retort.ui.session;

import dev.retort.engine.Connection;
import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.engine.Retort;
import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.Profile;
import dev.retort.profile.Secret;
import dev.retort.profile.resolve.Wish;
import dev.retort.profile.secret.PasswordPrompt;
import dev.retort.ui.task.Background;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * The chosen connection, and where its database is or why that is not known. An answer that comes
 * after the question has changed is thrown away. Toolkit's thread; the asking itself is done in the
 * background.
 */
final class ChosenDatabase {
  private final Retort retort;
  private final Background background;
  private final PasswordDesk passwords;
  private final ObservableValue<Optional<Project>> project;
  private final BooleanProperty busy;
  private final Consumer<List<Profile>> profiles;
  private final Recovery recovery;
  private final ReadOnlyObjectWrapper<Optional<Connection>> connection =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Position>> position =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Trouble>> trouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Wish> wish = Optional.empty();
  private int asked;

  /**
   * None is chosen yet.
   *
   * @param busy set while something is being asked
   * @param profiles told the profiles that there are, with each connection
   */
  ChosenDatabase(
      Retort retort,
      Background background,
      PasswordPrompt prompt,
      ObservableValue<Optional<Project>> project,
      BooleanProperty busy,
      Consumer<List<Profile>> profiles) {
    this.retort = retort;
    this.background = background;
    this.passwords = new PasswordDesk(prompt);
    this.project = project;
    this.busy = busy;
    this.profiles = profiles;
    this.recovery = new Recovery(background, this::lookAgain);
  }

  /** Asks the database again where it is; connects if need be. */
  void lookAgain() {
    recovery.trying();
    look();
  }

  /** Waits no longer; what comes of it after all is thrown away. */
  void stop() {
    asked++;
    recovery.over();
    trouble.set(
        Optional.of(
            new Trouble(
                "Stopped waiting for the database.",
                "Try again, or choose another profile at the left.")));
  }

  /** Tries the chosen connection again with a password that was typed. */
  void useTyped(ConnectionSettings settings, Secret password) {
    passwords.put(settings, password);
    if (project.getValue().isPresent() && wish.isPresent()) {
      connect(project.getValue().get(), wish.get());
    }
  }

  /** Connects anew if the chosen profile is another now. */
  void reconnectIfChanged(Project on, List<Profile> now) {
    Optional<Profile> chosen = connection.get().map(Connection::profile);
    chosen
        .flatMap(was -> now.stream().filter(one -> one.name().equals(was.name())).findFirst())
        .filter(one -> !one.equals(chosen.orElseThrow()))
        .ifPresent(one -> connect(on, Wish.profile(one.name())));
  }

  /** Whether it is this profile's. */
  boolean is(Profile profile) {
    return connection.get().map(Connection::profile).filter(profile::equals).isPresent();
  }

  /** Looks at the wished database. */
  void connect(Project opened, Wish wanted) {
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
          profiles.accept(chosen.profiles());
          position.set(Optional.empty());
          if (!is(chosen.connection().profile())) {
            // What is wrong with the same database stays in sight until it is known to be over.
            trouble.set(Optional.empty());
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

  private record Chosen(List<Profile> profiles, Connection connection) {}

  private void fail(Throwable problem) {
    Trouble why = Trouble.of(problem);
    busy.set(false);
    trouble.set(Optional.of(why));
    recovery.failed(why);
  }

  private void look() {
    Optional<Project> on = project.getValue();
    if (on.isPresent() && connection.get().isEmpty() && wish.isPresent()) {
      connect(on.get(), wish.get());
      return;
    }
    if (on.isEmpty() || connection.get().isEmpty()) {
      busy.set(false);
      return;
    }
    int question = ++asked;
    Connection at = connection.get().get();
    busy.set(true);
    background.run(
        () -> at.position(on.get()),
        found -> {
          if (question == asked) {
            busy.set(false);
            recovery.over();
            trouble.set(Optional.empty());
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
        this::say);
  }

  /** Says that something about it went wrong. */
  void say(Throwable problem) {
    trouble.set(Optional.of(Trouble.of(problem)));
  }

  /** The passwords typed since the client was started. */
  PasswordDesk passwords() {
    return passwords;
  }

  /** The attempts that are made by themselves while it is out of reach. */
  Recovery recovery() {
    return recovery;
  }

  /** The connection. */
  ReadOnlyObjectProperty<Optional<Connection>> connectionProperty() {
    return connection.getReadOnlyProperty();
  }

  /** Where it is; empty while that is not known. */
  ReadOnlyObjectProperty<Optional<Position>> positionProperty() {
    return position.getReadOnlyProperty();
  }

  /** Why that is not known. */
  ReadOnlyObjectProperty<Optional<Trouble>> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** Lets go of the connection. Blocks. */
  void close() {
    connection.get().ifPresent(Connection::close);
  }
}
