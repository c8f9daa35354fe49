package dev.retort.ui.proof;

import dev.retort.ui.task.Background;
import dev.retort.ui.task.Inquiry;
import dev.retort.ui.widget.Nodes;
import dev.retort.ui.widget.diff.DiffView;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Under the way back of a plan: for which of its revisions it is proved, which lose something,
 * which fail, which nobody has tried; and the trying.
 */
public final class PlanProofPane extends VBox {
  private static final double HIGHEST = 190;
  private static final double LOWEST = 48;

  private final PlanProof proof;
  private final VBox lines = new VBox(8);
  private final Label words = Nodes.label("", "muted");
  private final ProgressIndicator wheel = new ProgressIndicator();
  private final Button prove = Nodes.button("prove", "Prove the way back");
  private final Button cancel = Nodes.button("cancel-proof", "Cancel");
  private final DiffView diff;
  private final VBox difference;

  /** The pane of a plan. */
  public PlanProofPane(PlanProof proof, Background background) {
    this.proof = proof;
    setId("plan-proof");
    getStyleClass().add("plan-proof");
    diff = new DiffView("proof-diff", background);
    Button close = Nodes.iconButton("close-difference", Feather.X, "Close");
    difference = new VBox(diff);
    HBox head = new HBox(Nodes.label("What the way back leaves", "strong"), Nodes.spacer(), close);
    head.getStyleClass().add("wait-line");
    difference.getChildren().addFirst(head);
    diff.setPrefHeight(220);
    close.setOnAction(event -> Nodes.show(difference, false));
    Nodes.show(difference, false);
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(HIGHEST);
    // Two lines are never scrolled.
    scroll.setMinHeight(LOWEST);
    scroll.getStyleClass().add("form-scroll");
    lines.setId("proof-lines");
    words.setId("proof-words");
    words.setWrapText(true);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    wheel.setPrefSize(16, 16);
    wheel.setMaxSize(16, 16);
    wheel.setAccessibleText("Proving");
    prove.setOnAction(event -> proof.prove());
    cancel.setOnAction(event -> proof.trips().proof().stop());
    HBox bar = new HBox(12, wheel, words, cancel, prove);
    bar.getStyleClass().add("wait-line");
    getChildren().addAll(scroll, difference, bar);
    proof.findings().subscribe(this::show);
    proof.trips().proof().stateProperty().subscribe(state -> look());
  }

  private void show(Findings now) {
    lines.getChildren().clear();
    String proved = now.ids(Finding.Sort.PROVED);
    if (!proved.isEmpty()) {
      lines
          .getChildren()
          .add(
              new FindingLine(
                  Finding.Sort.PROVED,
                  "The way back is proved for " + proved,
                  "Up, down and up again gave the same schema."));
    }
    // What has no way back at all is said above the SQL.
    for (Finding.Sort sort : new Finding.Sort[] {Finding.Sort.FAILED, Finding.Sort.LOSES}) {
      now.of(sort)
          .forEach(
              finding ->
                  lines.getChildren().add(FindingLine.of(finding, () -> showDifference(finding))));
    }
    String untried = now.ids(Finding.Sort.UNTRIED);
    if (!untried.isEmpty()) {
      lines
          .getChildren()
          .add(new FindingLine(Finding.Sort.UNTRIED, "Not tried yet: " + untried, ""));
    }
    look();
  }

  private void showDifference(Finding finding) {
    finding
        .trip()
        .map(Differences::of)
        .ifPresent(
            texts -> {
              diff.show(texts.before(), texts.after());
              Nodes.show(difference, true);
            });
  }

  private void look() {
    boolean concerned = proof.concerned();
    boolean asking = proof.trips().proof().asking();
    Nodes.show(wheel, asking && concerned);
    Nodes.show(cancel, asking && concerned);
    Nodes.show(prove, !asking);
    boolean left = !proof.findings().getValue().untried().isEmpty();
    prove.setText(left ? "Prove the way back" : "Prove it again");
    prove.setAccessibleText(prove.getText());
    words.setText(
        switch (proof.trips().proof().stateProperty().get()) {
          case Inquiry.Asking<?>(String what) ->
              concerned ? what : "Other ways back are being proved.";
          case Inquiry.Failed<?>(String why) -> concerned ? why : "";
          case Inquiry.Stopped<?> stopped -> concerned ? "Stopped." : "";
          case Inquiry.Idle<?> idle -> "";
          case Inquiry.Answered<?> answered -> "";
        });
  }
}
