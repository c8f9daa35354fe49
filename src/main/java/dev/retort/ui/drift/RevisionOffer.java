package dev.retort.ui.drift;

import dev.retort.engine.author.Authored;
import dev.retort.ui.task.Inquiry;
import dev.retort.ui.widget.Nodes;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * The offer to turn drift into a revision: first a button, then a field for its message, then the
 * file that was written, and what to do with it.
 */
final class RevisionOffer extends HBox {
  private final DriftModel model;
  private final Label words = new Label();
  private final Button offer = Nodes.button("drift-revision", "Turn into a revision…");
  private final TextField message = new TextField();
  private final Button write = Nodes.button("write-revision", "Write the revision", "accent");
  private final Button leave = Nodes.button("leave-revision", "Not now");
  private final Button show = Nodes.button("show-revision", "Show it in the graph", "accent");
  private boolean asked;

  RevisionOffer(DriftModel model, DriftActions actions) {
    super(12);
    this.model = model;
    getStyleClass().add("action-bar");
    words.setId("drift-revision-words");
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    message.setId("drift-message");
    message.setPromptText("What the revision does, in a few words");
    message.setAccessibleText("Message of the revision");
    message.setPrefWidth(320);
    message.setMinWidth(160);
    message.textProperty().bindBidirectional(model.messageProperty());
    message.setOnAction(event -> model.write());
    offer.setOnAction(event -> ask(true));
    leave.setOnAction(event -> ask(false));
    write.setOnAction(event -> model.write());
    show.setOnAction(
        event -> model.writing().answer().map(Authored::id).ifPresent(actions::select));
    getChildren().addAll(words, message, leave, write, offer, show);
    model.writing().stateProperty().addListener((observable, before, now) -> changed(now));
    look();
  }

  private void ask(boolean wanted) {
    asked = wanted;
    look();
    if (wanted) {
      message.requestFocus();
      message.selectAll();
    }
  }

  private void changed(Inquiry.State<Authored> now) {
    if (now instanceof Inquiry.Answered<Authored>) {
      asked = false;
      // The watch notices it as well, but only after a while.
      model.session().filesChanged();
    }
    look();
  }

  private void look() {
    Inquiry.State<Authored> now = model.writing().stateProperty().get();
    boolean written = now instanceof Inquiry.Answered<Authored>;
    List.of(message, leave, write).forEach(node -> Nodes.show(node, asked));
    Nodes.show(offer, !asked && !written);
    Nodes.show(show, !asked && written);
    write.setDisable(now instanceof Inquiry.Asking<Authored>);
    words.setText(
        switch (now) {
          case Inquiry.Asking<Authored>(String what) -> what;
          case Inquiry.Failed<Authored>(String why) -> why;
          case Inquiry.Answered<Authored>(Authored authored) ->
              "Written: "
                  + authored.file().getFileName()
                  + ". This database has what it makes already: read it, prove it, and stamp "
                  + authored.id()
                  + " here.";
          case Inquiry.Idle<Authored> idle -> offerWords();
          case Inquiry.Stopped<Authored> stopped -> offerWords();
        });
  }

  private String offerWords() {
    return asked
        ? "The revision goes on top of these heads; this database is left as it is."
        : "If what was found here is right, other databases can have it as well.";
  }
}
