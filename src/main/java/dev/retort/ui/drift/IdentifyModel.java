package dev.retort.ui.drift;

import dev.retort.engine.Connection;
import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.revision.RevisionId;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.session.ShadowLane;
import dev.retort.ui.task.Background;
import dev.retort.ui.task.Inquiry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableValue;

/** Which revision the chosen database really matches, whatever its version table says. */
public final class IdentifyModel {
  private final ProjectSession session;
  private final Inquiry<Identified> inquiry;
  private final ObservableValue<String> noWrites;
  private boolean open;

  /**
   * Asks nothing yet.
   *
   * @param noWrites why nothing may be written to the chosen database; empty if it may
   */
  public IdentifyModel(
      ProjectSession session, Background background, ObservableValue<String> noWrites) {
    this.session = session;
    this.noWrites = noWrites;
    this.inquiry = new Inquiry<>(background);
    session.connectionProperty().addListener((observable, before, now) -> inquiry.forget());
    session.positionProperty().addListener((observable, before, now) -> moved());
  }

  /** Files and databases are read again together: what was found out may be so no more. */
  private void moved() {
    if (open) {
      look();
    } else {
      inquiry.forget();
    }
  }

  /** It is on the screen no more. */
  public void leave() {
    open = false;
  }

  /** It is on the screen from now on: asks, unless it has an answer. */
  public void begin() {
    open = true;
    if (inquiry.stateProperty().get() instanceof Inquiry.Idle<Identified>) {
      look();
    }
  }

  /** Looks at the database, again if need be. */
  public void look() {
    Optional<Project> project = session.projectProperty().get();
    Optional<Connection> connection = session.connectionProperty().get();
    if (project.isEmpty() || connection.isEmpty()) {
      inquiry.forget();
      return;
    }
    Connection at = connection.get();
    String name = at.profile().name();
    ShadowLane lane = session.shadows().database();
    inquiry.ask(
        "Reading the schema of " + name + "…",
        (progress, cancellation) -> {
          var schema = at.schema();
          progress.accept("Comparing it with every revision…");
          return lane.ask(
              shadows -> Identified.of(name, project.get(), shadows.identify(schema, cancellation)),
              progress,
              cancellation);
        });
  }

  /** What stamping a place would do, in words. */
  String stampWords(Identified.Place place) {
    List<RevisionId> heads = place.candidate().heads();
    if (already(heads)) {
      return "The version table says so already.";
    }
    String writes =
        heads.isEmpty()
            ? "Stamping base empties the version table and runs nothing."
            : "Stamping "
                + place.title()
                + " makes that the version table's only content and runs nothing.";
    return place.candidate().exact()
        ? writes
        : writes + " What differs stays as it is, and shows up as drift.";
  }

  /** Whether stamping is to be offered. */
  boolean mayStamp(Identified.Place place) {
    return noWrites.getValue().isEmpty() && !already(place.candidate().heads());
  }

  private boolean already(List<RevisionId> heads) {
    return session
        .positionProperty()
        .get()
        .filter(position -> !position.heads().isEmpty())
        .map(Position::heads)
        .filter(now -> Set.copyOf(now).equals(Set.copyOf(heads)))
        .isPresent();
  }

  /** Why nothing may be written. */
  ObservableValue<String> noWrites() {
    return noWrites;
  }

  /** The question. */
  Inquiry<Identified> inquiry() {
    return inquiry;
  }
}
