package dev.retort.ui.session;

import dev.retort.engine.Connection;
import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.engine.Retort;
import dev.retort.profile.Profile;
import dev.retort.profile.resolve.Wish;
import dev.retort.profile.secret.PasswordPrompt;
import dev.retort.ui.task.Background;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Another profile's database, looked at beside the chosen one. It is only ever looked at: nothing
 * is planned or run on it from here. Read again whenever the chosen one is.
 */
public final class SecondDatabase {
  private final Retort retort;
  private final Background background;
  private final PasswordPrompt prompt;
  private final ReadOnlyObjectProperty<Optional<Project>> project;
  private final ReadOnlyObjectWrapper<Optional<Profile>> profile =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Position>> position =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Trouble>> trouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
  private int asked;

  SecondDatabase(
      Retort retort,
      Background background,
      PasswordPrompt prompt,
      ReadOnlyObjectProperty<Optional<Project>> project) {
    this.retort = retort;
    this.background = background;
    this.prompt = prompt;
    this.project = project;
    project.addListener(
        (observable, before, now) -> {
          // A password that was refused is not tried again with every change of the files.
          if (trouble.get().filter(Trouble::aboutPassword).isEmpty()) {
            look();
          }
        });
  }

  /** Shows a profile's database beside the chosen one; empty for none. Toolkit's thread. */
  public void choose(Optional<Profile> wanted) {
    if (!wanted.equals(profile.get())) {
      position.set(Optional.empty());
      trouble.set(Optional.empty());
      profile.set(wanted);
      look();
    }
  }

  /** Reads it again, if there is one. */
  void look() {
    int question = ++asked;
    if (profile.get().isEmpty() || project.get().isEmpty()) {
      busy.set(false);
      return;
    }
    String name = profile.get().get().name();
    Project on = project.get().get();
    busy.set(true);
    background.run(
        () -> {
          try (Connection connection = retort.connect(on, Wish.profile(name), prompt)) {
            return connection.position(on);
          }
        },
        found -> answer(question, Optional.of(found), Optional.empty()),
        problem -> answer(question, Optional.empty(), Optional.of(Trouble.of(problem))));
  }

  private void answer(int question, Optional<Position> found, Optional<Trouble> problem) {
    if (question == asked) {
      busy.set(false);
      trouble.set(problem);
      position.set(found);
    }
  }

  /** The profile beside the chosen one. */
  public ReadOnlyObjectProperty<Optional<Profile>> profileProperty() {
    return profile.getReadOnlyProperty();
  }

  /** Where its database is; empty while it is not known. */
  public ReadOnlyObjectProperty<Optional<Position>> positionProperty() {
    return position.getReadOnlyProperty();
  }

  /** Why its position is not known. */
  public ReadOnlyObjectProperty<Optional<Trouble>> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** Whether it is being read. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }
}
