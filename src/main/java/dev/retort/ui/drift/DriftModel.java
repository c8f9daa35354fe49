package dev.retort.ui.drift;

import dev.retort.engine.Connection;
import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.engine.author.Authored;
import dev.retort.engine.author.DriftRevision;
import dev.retort.engine.author.Takeover;
import dev.retort.revision.RevisionId;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.session.ShadowLane;
import dev.retort.ui.task.Background;
import dev.retort.ui.task.Inquiry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** How the chosen database differs from what its heads make, and what can be made of that. */
public final class DriftModel {
  private final ProjectSession session;
  private final Inquiry<DriftReport> inquiry;
  private final Inquiry<Authored> writing;
  private final Inquiry<Path> export;
  private final StringProperty message = new SimpleStringProperty(DriftRevision.MESSAGE);
  private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
  private boolean open;

  /** Asks nothing yet. */
  public DriftModel(ProjectSession session, Background background) {
    this.session = session;
    this.inquiry = new Inquiry<>(background);
    this.writing = new Inquiry<>(background);
    this.export = new Inquiry<>(background);
    session.positionProperty().addListener((observable, before, now) -> moved());
    session.connectionProperty().addListener((observable, before, now) -> leaveWritten());
  }

  private void moved() {
    if (open) {
      look();
    } else {
      inquiry.forget();
    }
  }

  private void leaveWritten() {
    writing.forget();
    export.forget();
  }

  /** It is on the screen from now on: asks, unless it has an answer. */
  public void begin() {
    open = true;
    if (inquiry.stateProperty().get() instanceof Inquiry.Idle<DriftReport>) {
      look();
    }
  }

  /** It is on the screen no more. */
  public void leave() {
    open = false;
  }

  /** Looks at the database and its heads, again if need be. */
  public void look() {
    Optional<Project> project = session.projectProperty().get();
    Optional<Connection> connection = session.connectionProperty().get();
    Optional<Position> position = session.positionProperty().get();
    if (project.isEmpty() || connection.isEmpty() || position.isEmpty()) {
      inquiry.forget();
      obstacle.set("The database is not known yet.");
      return;
    }
    obstacle.set(obstacle(position.get()));
    if (!obstacle.get().isEmpty()) {
      inquiry.forget();
      return;
    }
    Connection at = connection.get();
    String name = at.profile().name();
    List<RevisionId> heads = position.get().heads();
    ShadowLane lane = session.shadows().database();
    inquiry.ask(
        "Reading the schema of " + name + "…",
        (progress, cancellation) -> {
          var schema = at.schema();
          progress.accept("Working out what the revisions make…");
          return lane.ask(
              shadows -> DriftReport.of(name, shadows.drift(schema, heads, cancellation)),
              progress,
              cancellation);
        });
  }

  private static String obstacle(Position position) {
    if (!position.unknown().isEmpty()) {
      String ids =
          position.unknown().stream().map(RevisionId::value).collect(Collectors.joining(", "));
      return "The version table says "
          + ids
          + ", which no revision file has, so there is nothing to hold the database against.";
    }
    return position.state().versions().exists()
        ? ""
        : "The database has no version table, so it is not known what it should look like.";
  }

  /**
   * Writes what was found as a revision on top of the heads, once a shadow has proved it. The
   * database is left as it is.
   */
  public void write() {
    Optional<Project> project = session.projectProperty().get();
    Optional<DriftReport> report = inquiry.answer();
    if (project.isEmpty() || report.isEmpty() || report.get().agrees()) {
      return;
    }
    String text = message.get().isBlank() ? DriftRevision.MESSAGE : message.get().strip();
    InstantSource clock = session.retort().surroundings().clock();
    ShadowLane lane = session.shadows().database();
    writing.ask(
        "Trying the revision out on a shadow…",
        (progress, cancellation) ->
            lane.ask(
                shadows -> {
                  Takeover takeover = new Takeover(project.get(), shadows, clock);
                  DriftRevision proved = takeover.propose(report.get().drift(), text, cancellation);
                  return takeover.write(proved).getLast();
                },
                progress,
                cancellation));
  }

  /** Writes the statements that would bring the database back into a file. */
  public void export(Path file) {
    inquiry
        .answer()
        .ifPresent(
            report ->
                export.ask(
                    "Writing " + file + "…",
                    (progress, cancellation) -> Files.writeString(file, report.back())));
  }

  /** The question. */
  Inquiry<DriftReport> inquiry() {
    return inquiry;
  }

  /** The writing of a revision. */
  Inquiry<Authored> writing() {
    return writing;
  }

  /** The writing of the statements. */
  Inquiry<Path> exported() {
    return export;
  }

  /** What the revision is to be called. */
  StringProperty messageProperty() {
    return message;
  }

  /** Why there is nothing to compare with; empty if there is. */
  ReadOnlyStringProperty obstacleProperty() {
    return obstacle.getReadOnlyProperty();
  }

  /** What is chosen. */
  ProjectSession session() {
    return session;
  }
}
