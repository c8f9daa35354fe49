package dev.retort.ui.stopped;

import dev.retort.plan.HalfMade;
import dev.retort.plan.Interruption;
import dev.retort.plan.resume.Choice;
import dev.retort.plan.resume.Situation;
import dev.retort.plan.resume.Verdict;
import dev.retort.ui.widget.Nodes;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The panel above the revisions: calm words, and a button for each way on. */
public final class StoppedPanel extends VBox {
  private final Situation situation;
  private final WaysOn waysOn;

  /** A panel on one situation. */
  public StoppedPanel(Situation situation, WaysOn waysOn) {
    super(6);
    this.situation = situation;
    this.waysOn = waysOn;
    setId("stopped");
    Interruption mark = situation.interruption();
    getChildren()
        .addAll(
            wrapped(
                "The %s of %s stopped midway, at statement %d of %d"
                    .formatted(
                        mark.direction().word(),
                        mark.revision(),
                        Math.min(mark.statement() + 1, mark.statements()),
                        mark.statements()),
                "strong"),
            wrapped(begun(mark), "muted"),
            wrapped(mark.known()));
    for (HalfMade one : situation.halfMade()) {
      getChildren().add(wrapped("Half made: " + one.display()));
    }
    getChildren().addAll(wrapped(situation.verdict().words()), buttons());
  }

  private static String begun(Interruption mark) {
    return "Begun "
        + DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
            .withZone(ZoneId.systemDefault())
            .format(mark.started())
        + mark.who().map(who -> " by " + who).orElse("");
  }

  private FlowPane buttons() {
    FlowPane row = new FlowPane(8, 8);
    row.setPadding(new Insets(6, 0, 0, 0));
    int statement = situation.interruption().statement() + 1;
    switch (situation.verdict()) {
      case Verdict.Proven proven -> add(row, "resume", "Continue…", Choice.PROVEN, "accent");
      case Verdict.Unclear unclear -> {
        add(row, "run-again", "Run statement " + statement + " again…", Choice.RUN_AGAIN);
        add(row, "skip", "It is done, go on behind it…", Choice.SKIP);
      }
      case Verdict.Impossible impossible -> {}
    }
    if (!situation.halfMade().isEmpty()) {
      Button cleanUp = Nodes.button("clean-up", "Clean up…");
      cleanUp.setOnAction(event -> waysOn.cleanUp());
      row.getChildren().add(cleanUp);
    }
    Button stamp = Nodes.button("stamp-stopped", "Stamp…");
    stamp.setOnAction(event -> waysOn.stamp(situation.interruption().revision()));
    row.getChildren().add(stamp);
    return row;
  }

  private void add(FlowPane row, String id, String text, Choice choice, String... styles) {
    Button button = Nodes.button(id, text, styles);
    button.setOnAction(event -> waysOn.resume(choice));
    row.getChildren().add(button);
  }

  private static Label wrapped(String text, String... styles) {
    Label label = Nodes.label(text, styles);
    label.setWrapText(true);
    return label;
  }
}
