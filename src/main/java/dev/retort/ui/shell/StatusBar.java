package dev.retort.ui.shell;

import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.execute.state.ServerInfo;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.session.Trouble;
import dev.retort.ui.widget.Nodes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;

/**
 * The bottom of the window: at the left the database, its server and how quickly it answers; at the
 * right the files, what is wrong with them, and whether they are watched, or what there is to say
 * about a plan under review.
 */
final class StatusBar extends HBox {
  private final ProjectSession session;
  private final Circle dot = new Circle(4);
  private final Label database = new Label();
  private final Label files = new Label();
  private final Hyperlink problems = new Hyperlink();
  private final Label watched = new Label();
  private final Label note = new Label();
  private final StringProperty noteText = new SimpleStringProperty("");

  StatusBar(ProjectSession session, Runnable toProblems) {
    this.session = session;
    getStyleClass().add("status-line");
    setId("status");
    database.setId("status-database");
    database.setMinWidth(0);
    files.setId("status-files");
    problems.setId("status-problems");
    problems.setOnAction(
        event -> {
          problems.setVisited(false);
          toProblems.run();
        });
    watched.setId("status-watched");
    note.setId("status-note");
    note.textProperty().bind(noteText);
    Tooltip latency =
        new Tooltip("How long one round trip to the server took when it was looked at");
    database.setTooltip(latency);
    getChildren().addAll(dot, database, Nodes.spacer(), files, problems, watched, note);
    List<Observable> sources =
        List.of(
            session.projectProperty(),
            session.connectionProperty(),
            session.positionProperty(),
            session.databaseTroubleProperty(),
            session.watchTroubleProperty(),
            session.busyProperty(),
            session.recovery().secondsProperty(),
            noteText);
    sources.forEach(source -> source.addListener(observable -> show()));
    show();
  }

  private void show() {
    Optional<Project> project = session.projectProperty().get();
    boolean known = session.positionProperty().get().isPresent();
    boolean trouble = session.databaseTroubleProperty().get().isPresent();
    Nodes.show(dot, project.isPresent());
    Nodes.show(database, project.isPresent());
    dot.getStyleClass().setAll(known ? "dot-connected" : trouble ? "dot-trouble" : "dot-unknown");
    database.setText(database());
    boolean noted = !noteText.get().isEmpty();
    Nodes.show(note, noted);
    Nodes.show(files, !noted && project.isPresent());
    int wrong = project.map(one -> one.problems().size()).orElse(0);
    Nodes.show(problems, !noted && wrong > 0);
    problems.setText(wrong == 1 ? "1 problem" : "%,d problems".formatted(wrong));
    problems.setAccessibleText("Show " + problems.getText());
    Nodes.show(watched, !noted && project.isPresent());
    files.setText(project.map(one -> files(one, wrong)).orElse(""));
    watched.setText(
        session.watchTroubleProperty().get().isPresent() ? "· not watched" : "· watched");
  }

  private String database() {
    Optional<Position> position = session.positionProperty().get();
    if (position.isPresent()) {
      ServerInfo server = position.get().state().server();
      return "connected · PostgreSQL "
          + version(server.version())
          + " · "
          + Math.max(1, server.latency().toMillis())
          + " ms"
          + (server.inRecovery() ? " · standby" : readOnly() ? " · read-only" : "");
    }
    int seconds = session.recovery().secondsProperty().get();
    return session
        .databaseTroubleProperty()
        .get()
        .map(Trouble::mayPass)
        .map(
            passes ->
                seconds > 0
                    ? "not connected · next attempt in " + seconds + " s"
                    : passes ? "not connected · trying again" : "not connected")
        .orElse(session.busyProperty().get() ? "connecting…" : "not connected");
  }

  private boolean readOnly() {
    return session.connectionProperty().get().filter(one -> one.profile().readOnly()).isPresent();
  }

  /** Without what the distribution adds. */
  private static String version(String whole) {
    return whole.split("\\s", 2)[0];
  }

  private static String files(Project project, int wrong) {
    int revisions = project.graph().revisions().size();
    String folders =
        project.config().migrations().locations().stream()
            .map(folder -> shown(project.root(), folder))
            .collect(Collectors.joining(", "));
    return "%s: %,d revision%s%s"
        .formatted(
            folders, revisions, revisions == 1 ? "" : "s", wrong == 0 ? ", no problems" : ",");
  }

  private static String shown(Path root, Path folder) {
    Path above = root.getParent();
    boolean inside = above != null && folder.startsWith(root);
    Path name = root.getFileName();
    if (!inside || name == null) {
      return folder.toString();
    }
    return (name + "/" + root.relativize(folder)).replaceAll("/$", "");
  }

  /** What is said in place of the files; empty for the files. */
  StringProperty noteProperty() {
    return noteText;
  }
}
