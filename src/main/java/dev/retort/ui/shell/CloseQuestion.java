package dev.retort.ui.shell;

import dev.retort.ui.run.RunModel;
import dev.retort.ui.run.RunModel.Status;
import dev.retort.ui.widget.Nodes;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Whoever closes the window while a run is under way is asked what is to become of it. */
final class CloseQuestion extends HBox {
  private final Label words = new Label();
  private final Button stop = Nodes.button("cancel-and-close", "Cancel it and close", "danger");
  private final Button stay = Nodes.button("stay", "Stay");
  private Subscription waiting = Subscription.EMPTY;

  CloseQuestion() {
    setId("close-question");
    getStyleClass().addAll("banner", "banner-warning");
    words.setId("close-words");
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().setAll(new FontIcon(Feather.ALERT_TRIANGLE), words, stop, stay);
    stay.setOnAction(event -> leave());
    Nodes.show(this, false);
  }

  /** Asks; closes once the run has stopped, if that is what is wanted. */
  void ask(RunModel run, Runnable close) {
    waiting.unsubscribe();
    words.setText("A run is under way. Closing the window would leave it to itself.");
    stop.setDisable(false);
    stop.setOnAction(
        event -> {
          words.setText("Cancelling the run; the window closes once it has stopped…");
          stop.setDisable(true);
          stay.requestFocus();
          waiting.unsubscribe();
          waiting = run.statusProperty().subscribe(status -> over(status, close));
          run.cancel();
        });
    // One that ends by itself meanwhile leaves nothing to be asked.
    waiting = run.statusProperty().subscribe(status -> over(status, () -> {}));
    Nodes.show(this, true);
    stay.requestFocus();
  }

  private void over(Status status, Runnable then) {
    if (status != Status.RUNNING) {
      leave();
      then.run();
    }
  }

  private void leave() {
    waiting.unsubscribe();
    waiting = Subscription.EMPTY;
    Nodes.show(this, false);
  }
}
