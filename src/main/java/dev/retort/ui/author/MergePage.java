package dev.retort.ui.author;

import dev.retort.engine.author.Draft;
import dev.retort.revision.RevisionId;
import dev.retort.ui.task.Background;
import dev.retort.ui.task.Inquiry;
import dev.retort.ui.widget.LabelledField;
import dev.retort.ui.widget.Nodes;
import dev.retort.ui.widget.diff.DiffSide;
import dev.retort.ui.widget.diff.DiffView;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * A merge: which heads it brings together, what it is called, the file as it would be; and what the
 * schema looks like when the branches run in one order and in the other.
 */
public final class MergePage extends BorderPane {
  private final DraftModel model;
  private final TextField message = new TextField();
  private final VBox heads = new VBox(6);
  private final DiffView differs;
  private final SplitPane outcome;

  /** The page of a draft. */
  public MergePage(DraftModel model, MergePreviewModel preview, Background background) {
    this.model = model;
    this.differs = new DiffView("merge-diff", background);
    this.outcome = new SplitPane(new FilePreview(model, background));
    outcome.setOrientation(Orientation.VERTICAL);
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
    MergePreviewPane orders = new MergePreviewPane(preview, background, this::compare);
    orders.setId("merge-preview");
    VBox form = new VBox(16, heads, which, words, orders);
    form.getStyleClass().add("form-content");
    ScrollPane scroll = new ScrollPane(form);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("form-scroll");
    scroll.setPrefWidth(400);
    scroll.setMinWidth(300);
    setCenter(PageFrame.sides(scroll, outcome));
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
    model
        .draftProperty()
        .subscribe(
            now -> {
              now.ifPresent(this::show);
              preview.about(now.map(Draft::parents).orElse(List.of()));
              Nodes.show(orders, preview.possible());
            });
    preview.inquiry().stateProperty().subscribe(now -> lookAt(now));
  }

  /** The first difference is shown by itself, and none once it is out of date. */
  private void lookAt(Inquiry.State<MergeOutcome> now) {
    if (now instanceof Inquiry.Answered<MergeOutcome>(MergeOutcome found)
        && found.sort() == VerdictLine.Sort.WARNING) {
      found.orders().stream()
          .flatMap(order -> order.difference().stream())
          .findFirst()
          .ifPresent(this::compare);
    } else {
      outcome.getItems().remove(differs);
    }
  }

  private void compare(MergeOutcome.Difference two) {
    differs.show(
        new DiffSide("after " + two.first(), two.ddl().before()),
        new DiffSide("after " + two.other(), two.ddl().after()));
    if (!outcome.getItems().contains(differs)) {
      outcome.getItems().add(differs);
      outcome.setDividerPositions(0.45);
    }
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
