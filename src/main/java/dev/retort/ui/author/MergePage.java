package dev.retort.ui.author;

import dev.retort.engine.author.Draft;
import dev.retort.revision.RevisionId;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.LabelledField;
import dev.retort.ui.widget.Nodes;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * A merge: which heads it brings together, what it is called, the file as it would be; and room for
 * what the schema looks like when the branches run in one order and in the other.
 */
public final class MergePage extends BorderPane {
  private final DraftModel model;
  private final TextField message = new TextField();
  private final VBox heads = new VBox(6);
  private final StackPane slot = new StackPane();

  /** The page of a draft. */
  public MergePage(DraftModel model, Background background) {
    this.model = model;
    setId("merge-page");
    heads.setId("merge-heads");
    TextField parents = new TextField();
    parents.textProperty().bindBidirectional(model.parentsProperty());
    LabelledField which =
        new LabelledField("draft-parents", "Revisions to merge", parents, "heads for all of them");
    message.textProperty().bindBidirectional(model.messageProperty());
    message.setOnAction(event -> model.write());
    LabelledField words =
        new LabelledField("draft-message", "Message", message, "Names them where it is left empty");
    slot.setId("merge-preview");
    Nodes.show(slot, false);
    VBox form = new VBox(16, heads, which, words, slot);
    form.getStyleClass().add("form-content");
    ScrollPane scroll = new ScrollPane(form);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("form-scroll");
    scroll.setPrefWidth(400);
    scroll.setMinWidth(300);
    setCenter(PageFrame.sides(scroll, new FilePreview(model, background)));
    PageFrame.dress(
        this,
        "Merge heads",
        "Write merge",
        model::leave,
        model::write,
        model.impossible(),
        model.errorsProperty().map(errors -> errors.getOrDefault(DraftField.FILE, "")));
    model
        .errorsProperty()
        .subscribe(
            errors -> {
              which.say(errors.getOrDefault(DraftField.PARENTS, ""));
              words.say(errors.getOrDefault(DraftField.MESSAGE, ""));
            });
    model.draftProperty().subscribe(now -> now.ifPresent(this::show));
  }

  private void show(Draft draft) {
    heads.getChildren().clear();
    Label title =
        Nodes.label(
            draft.parents().size()
                + " revisions become the parents of "
                + draft.id()
                + ". No SQL runs unless you write some: a merge only joins the lines.",
            "merge-words");
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    heads.getChildren().add(title);
    draft.parents().forEach(one -> heads.getChildren().add(line(one)));
    if (message.getText().isEmpty()) {
      message.setPromptText(draft.message());
    }
  }

  private HBox line(RevisionId one) {
    Label id = Nodes.label(one.value(), "mono", "strong");
    id.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(10, id, Nodes.label(model.messageOf(one)));
    line.getStyleClass().add("merge-head");
    return line;
  }

  /** What a merge would do, as far as somebody can say; shown below the message. */
  public void setPreview(Node preview) {
    slot.getChildren().setAll(List.of(preview));
    Nodes.show(slot, true);
  }

  /** The draft behind the page. */
  public DraftModel model() {
    return model;
  }

  /** Brings the keyboard to the message. */
  public void begin() {
    // What scrolls has its content only once it is dressed.
    applyCss();
    message.requestFocus();
  }
}
