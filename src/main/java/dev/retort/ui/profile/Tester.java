package dev.retort.ui.profile;

import dev.retort.engine.Connection;
import dev.retort.engine.Project;
import dev.retort.engine.Retort;
import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.Secret;
import dev.retort.profile.file.ProfileDefinition;
import dev.retort.profile.secret.PasswordPrompt;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.session.Trouble;
import dev.retort.ui.task.Background;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Tries connections out; of several tests, the last one counts. Toolkit's thread. */
final class Tester {
  private final ProjectSession session;
  private final Background background;
  private final ReadOnlyObjectWrapper<TestState> state =
      new ReadOnlyObjectWrapper<>(new TestState.Untested());
  private int asked;

  Tester(ProjectSession session, Background background) {
    this.session = session;
    this.background = background;
  }

  /** Tries to connect as a profile says that need not be saved. */
  void test(Project project, ProfileDefinition draft, Optional<Secret> typed) {
    int question = ++asked;
    Retort retort = session.retort();
    state.set(new TestState.Running());
    background.run(
        () -> {
          try (Connection connection = retort.tryOut(project, draft, prompt(typed))) {
            return connection.probe();
          }
        },
        probe -> answer(question, new TestState.Passed(probe)),
        problem -> answer(question, new TestState.Failed(Trouble.of(problem))));
  }

  private void answer(int question, TestState now) {
    if (question == asked) {
      state.set(now);
    }
  }

  /** What is typed in the form goes before what was typed earlier. */
  private PasswordPrompt prompt(Optional<Secret> typed) {
    return new PasswordPrompt() {
      @Override
      public Optional<Secret> known(ConnectionSettings settings) {
        return typed.or(() -> session.passwords().known(settings));
      }

      @Override
      public Optional<Secret> ask(ConnectionSettings settings) {
        return Optional.empty();
      }
    };
  }

  /**
   * Forgets what was found, and waits no longer for a test under way. The attempt ends by itself at
   * the driver's time-out, and its connection is closed then.
   */
  void forget() {
    asked++;
    state.set(new TestState.Untested());
  }

  ReadOnlyObjectProperty<TestState> stateProperty() {
    return state.getReadOnlyProperty();
  }
}
