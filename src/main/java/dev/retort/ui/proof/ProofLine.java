package dev.retort.ui.proof;

import dev.retort.shadow.RoundTrip;
import dev.retort.ui.session.RoundTrips;
import dev.retort.ui.task.Inquiry;
import dev.retort.ui.widget.Nodes;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** A line at the foot of the graph while ways back are being proved, and what came of it. */
public final class ProofLine extends HBox {
  private final Label words = Nodes.label("");
  private final ProgressIndicator wheel = new ProgressIndicator();
  private final Button cancel = Nodes.button("cancel-proofs", "Cancel");
  private final Button close = Nodes.iconButton("close-proofs", Feather.X, "Close");

  /** The line of a session. */
  public ProofLine(RoundTrips trips) {
    setId("proof-line");
    getStyleClass().addAll("status-line", "proof-line");
    words.setId("proof-line-words");
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    wheel.setPrefSize(14, 14);
    wheel.setMaxSize(14, 14);
    wheel.setAccessibleText("Proving");
    cancel.setOnAction(event -> trips.proof().stop());
    close.setOnAction(event -> Nodes.show(this, false));
    getChildren().addAll(wheel, words, cancel, close);
    trips.proof().stateProperty().subscribe(this::look);
  }

  private void look(Inquiry.State<List<RoundTrip>> now) {
    Nodes.show(this, !(now instanceof Inquiry.Idle<List<RoundTrip>>));
    boolean asking = now instanceof Inquiry.Asking<List<RoundTrip>>;
    Nodes.show(wheel, asking);
    Nodes.show(cancel, asking);
    Nodes.show(close, !asking);
    words.setText(
        switch (now) {
          case Inquiry.Idle<List<RoundTrip>> nothing -> "";
          case Inquiry.Asking<List<RoundTrip>>(String what) -> what;
          case Inquiry.Failed<List<RoundTrip>>(String why) ->
              "The ways back could not be proved. " + why;
          case Inquiry.Stopped<List<RoundTrip>> stopped ->
              "Stopped. What was proved by then is kept.";
          case Inquiry.Answered<List<RoundTrip>>(List<RoundTrip> all) -> summary(all);
        });
  }

  private static String summary(List<RoundTrip> all) {
    List<RoundTrip> bad = all.stream().filter(trip -> trip.verdict().bad()).toList();
    String tried = all.size() == 1 ? "1 way back tried" : all.size() + " ways back tried";
    return bad.isEmpty()
        ? tried + "; none fails to lead back."
        : tried
            + "; "
            + (bad.size() == 1 ? "1 does" : bad.size() + " do")
            + " not lead back: "
            + String.join(", ", bad.stream().limit(8).map(t -> t.revision().value()).toList())
            + (bad.size() > 8 ? ", …" : "");
  }
}
