package dev.retort.ui.session;

import dev.retort.engine.Connection;
import dev.retort.engine.Project;
import dev.retort.engine.Retort;
import dev.retort.engine.Shadows;
import dev.retort.profile.resolve.Wish;
import dev.retort.profile.secret.PasswordPrompt;
import dev.retort.ui.task.Background;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/**
 * The shadows of whichever project is open, beside whichever database is chosen. They are opened
 * with the first question, made anew when project or connection change, and closed with the
 * session. What is asked about the files, about the database and about ways back does not wait for
 * each other. Toolkit's thread, where nothing else is said.
 */
public final class ShadowDesk implements AutoCloseable {
  private final Retort retort;
  private final Background background;
  private final PasswordPrompt prompt;
  private final ObservableValue<Optional<Project>> project;
  private final ObservableValue<Optional<Connection>> connection;
  private Optional<Lanes> lanes = Optional.empty();

  private record Lanes(ShadowLane schemas, ShadowLane database, ShadowLane proofs) {
    List<ShadowLane> all() {
      return List.of(schemas, database, proofs);
    }
  }

  ShadowDesk(
      Retort retort,
      Background background,
      PasswordPrompt prompt,
      ObservableValue<Optional<Project>> project,
      ObservableValue<Optional<Connection>> connection) {
    this.retort = retort;
    this.background = background;
    this.prompt = prompt;
    this.project = project;
    this.connection = connection;
    project.addListener((observable, before, now) -> makeAnew());
    connection.addListener((observable, before, now) -> makeAnew());
  }

  /** For what the files make of an empty database. */
  public ShadowLane schemas() {
    return lanes().schemas();
  }

  /** For what is compared with the chosen database: it is as like that as can be. */
  public ShadowLane database() {
    return lanes().database();
  }

  /** For round trips, which take long. */
  public ShadowLane proofs() {
    return lanes().proofs();
  }

  private Lanes lanes() {
    if (lanes.isEmpty()) {
      Project on = project.getValue().orElseThrow();
      Optional<Connection> at = connection.getValue();
      lanes = Optional.of(new Lanes(lane(on, at), lane(on, at), lane(on, at)));
    }
    return lanes.get();
  }

  private ShadowLane lane(Project on, Optional<Connection> at) {
    return new ShadowLane(words -> open(on, at, words));
  }

  private Shadows open(Project on, Optional<Connection> at, Consumer<String> words) {
    return at.isPresent()
        ? retort.shadows(on, at.get(), prompt, words)
        : retort.shadows(on, Wish.none(), prompt);
  }

  private void makeAnew() {
    Optional<Lanes> old = lanes;
    lanes = Optional.empty();
    old.ifPresent(
        ones ->
            background.run(
                () -> {
                  ones.all().forEach(ShadowLane::end);
                  return ones;
                },
                ended -> {},
                // A server that cannot be let go of ends by itself when nobody uses it.
                problem -> {}));
  }

  /** Stops everything under way and lets go of all shadows. Blocks; any thread. */
  @Override
  public void close() {
    lanes.ifPresent(ones -> ones.all().forEach(ShadowLane::close));
  }
}
