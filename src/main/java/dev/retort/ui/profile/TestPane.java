package dev.retort.ui.profile;

import dev.retort.execute.state.Probe;
import dev.retort.execute.state.ServerInfo;
import dev.retort.ui.session.Trouble;
import dev.retort.ui.widget.Nodes;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the test of a connection found. */
final class TestPane extends VBox {
  private final ProfileFormModel model;

  TestPane(ProfileFormModel model) {
    this.model = model;
    setId("test-result");
    model.testProperty().subscribe(this::show);
  }

  private void show(TestState state) {
    getChildren().clear();
    switch (state) {
      case TestState.Untested untested -> {}
      case TestState.Running running -> getChildren().add(running());
      case TestState.Passed(Probe probe) -> getChildren().add(passed(probe));
      case TestState.Failed(Trouble trouble) ->
          getChildren()
              .add(
                  banner(
                      "banner-danger",
                      new FontIcon(Feather.X_CIRCLE),
                      line("test-message", trouble.message(), "strong"),
                      line("test-hint", hint(trouble), "muted")));
    }
  }

  /** Here, a password is typed into the form. */
  private static String hint(Trouble trouble) {
    return trouble.code().equals("password")
        ? "Type it into the field Password above. " + trouble.hint()
        : trouble.hint();
  }

  private Node running() {
    ProgressIndicator wheel = new ProgressIndicator();
    wheel.setPrefSize(18, 18);
    wheel.setMinSize(18, 18);
    Button cancel = Nodes.button("cancel-test", "Stop testing");
    cancel.setOnAction(event -> model.cancelTest());
    HBox banner = banner("banner-question", wheel, line("test-message", "Connecting…", "strong"));
    banner.getStyleClass().add("trouble-line");
    banner.getChildren().add(cancel);
    return banner;
  }

  private static Node passed(Probe probe) {
    ServerInfo server = probe.server();
    return banner(
        "banner-success",
        new FontIcon(Feather.CHECK_CIRCLE),
        line(
            "test-message",
            "Connected: PostgreSQL %s, %s".formatted(number(server.version()), latency(server)),
            "strong"),
        line("test-role", role(server), "muted"),
        line("test-table", table(probe), "muted"));
  }

  /** The number alone; packagers write their own names after it. */
  private static String number(String version) {
    int blank = version.indexOf(' ');
    return blank < 0 ? version : version.substring(0, blank);
  }

  private static String latency(ServerInfo server) {
    long micros = server.latency().toNanos() / 1000;
    return micros < 1000 ? "under 1 ms away" : micros / 1000 + " ms away";
  }

  private static String role(ServerInfo server) {
    return "Role "
        + server.role()
        + (server.superuser() ? ", a superuser" : "")
        + " on database "
        + server.database()
        + (server.inRecovery() ? "; the server is a standby and takes no writes" : "")
        + (server.supported() ? "" : "; this version is older than Retort is made for");
  }

  private static String table(Probe probe) {
    return switch (probe.sign()) {
      case MISSING -> "No version table yet; the first upgrade makes " + probe.table();
      case READABLE ->
          "Version table "
              + probe.table()
              + (probe.heads().isEmpty()
                  ? ", at base"
                  : " at "
                      + probe.heads().stream()
                          .map(head -> head.value())
                          .collect(Collectors.joining(", ")));
      case NO_RIGHT ->
          "Version table " + probe.table() + " is there, but may not be read. " + probe.hint();
      case FOREIGN -> probe.hint();
    };
  }

  private static HBox banner(String style, Node icon, Node... lines) {
    icon.getStyleClass().add("trouble-icon");
    VBox words = new VBox(lines);
    words.getStyleClass().add("box");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox result = new HBox(icon, words);
    result.getStyleClass().addAll("trouble", "test-result", style);
    return result;
  }

  private static Label line(String id, String text, String... styles) {
    Label label = Nodes.label(text, styles);
    label.setId(id);
    label.setWrapText(true);
    Nodes.show(label, !text.isEmpty());
    return label;
  }
}
