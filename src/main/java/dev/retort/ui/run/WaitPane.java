package dev.retort.ui.run;

import dev.retort.execute.state.SessionInfo;
import dev.retort.ui.widget.Nodes;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * What a run waits for, while it waits: who is in the way, since when, what they run, and how long
 * it goes on. There only as long as there is something to wait for.
 */
final class WaitPane extends VBox {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM HH:mm:ss").withZone(ZoneId.systemDefault());

  private final ReadOnlyObjectProperty<Waiting> waiting;
  private final InstantSource clock;
  private final Label title = Nodes.label("", "strong");
  private final Label time = Nodes.label("", "muted");
  private final ProgressBar share = new ProgressBar();
  private final VBox sessions = new VBox(6);
  private final Timeline ticking;

  WaitPane(ReadOnlyObjectProperty<Waiting> waiting, InstantSource clock) {
    this.waiting = waiting;
    this.clock = clock;
    this.ticking = new Timeline(new KeyFrame(Duration.millis(200), event -> tick()));
    ticking.setCycleCount(Animation.INDEFINITE);
    title.setId("wait-title");
    time.setId("wait-time");
    share.setPrefWidth(160);
    share.setAccessibleText("How much of the waiting time is over");
    HBox line = new HBox(12, title, time, Nodes.spacer(), share);
    line.getStyleClass().add("wait-line");
    getChildren().setAll(line, sessions);
    getStyleClass().addAll("wait-pane", "banner-warning");
    setId("wait-pane");
    waiting.addListener((observable, before, now) -> show(now));
    sceneProperty().addListener((observable, before, now) -> show(waiting.get()));
    show(waiting.get());
  }

  private void show(Waiting now) {
    boolean there = !(now instanceof Waiting.Nothing);
    Nodes.show(this, there);
    if (!there || getScene() == null) {
      ticking.stop();
      return;
    }
    title.setText(now.title());
    sessions.getChildren().setAll(now.sessions().stream().map(WaitPane::session).toList());
    Nodes.show(sessions, !now.sessions().isEmpty());
    tick();
    ticking.play();
  }

  private void tick() {
    Waiting now = waiting.get();
    time.setText(now.time(clock.instant()));
    double done = now.share(clock.instant());
    Nodes.show(share, done >= 0);
    share.setProgress(done);
  }

  private static VBox session(SessionInfo session) {
    Label who = Nodes.label(words(session));
    who.setWrapText(true);
    VBox box = new VBox(2, who);
    session
        .query()
        .ifPresent(
            sql -> {
              Label query = Nodes.label(sql.strip().replaceAll("\\s+", " "), "mono", "muted");
              query.setAccessibleText("It runs: " + sql);
              box.getChildren().add(query);
            });
    return box;
  }

  private static String words(SessionInfo session) {
    String name = session.application().isEmpty() ? "a session" : session.application();
    return String.join(
        " · ",
        Stream.of(
                List.of(name, session.role()),
                session.client().map(client -> "from " + client).stream().toList(),
                List.of("process " + session.processId()),
                session.since().map(since -> "since " + TIME.format(since)).stream().toList())
            .flatMap(List::stream)
            .filter(part -> !part.isEmpty())
            .toList());
  }
}
