package dev.retort.ui.schema;

import dev.retort.ui.task.Background;
import dev.retort.ui.task.Inquiry;
import dev.retort.ui.widget.InquiryPane;
import dev.retort.ui.widget.Nodes;
import dev.retort.ui.widget.objects.ObjectLine;
import dev.retort.ui.widget.objects.ObjectList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The tab with the schema before and after a plan, and the list of what changes that stands under
 * the plan's steps and leads into it. Nothing is worked out before somebody wants to see it.
 */
public final class PlanSchemaTab extends Tab {
  private static final double HIGHEST = 260;

  private final PlanSchemaModel model;
  private final ObjectList list = new ObjectList("what-changes", "What the plan changes");
  private final Hyperlink ask = new Hyperlink("Work it out");
  private final Label words = Nodes.label("", "muted");
  private final VBox changes =
      new VBox(4, Nodes.label("WHAT CHANGES", "section-title"), ask, words, list);
  private final ChangedPane pane;

  /** The tab of a plan. */
  public PlanSchemaTab(PlanSchemaModel model, Background background) {
    super("Schema diff");
    this.model = model;
    setId("tab-schema-diff");
    setClosable(false);
    pane = new ChangedPane("plan-schema", background);
    setContent(
        new InquiryPane<>("plan-schema", model.inquiry(), background, pane, pane::show, nothing()));
    selectedProperty()
        .addListener(
            (observable, before, now) -> {
              if (now) {
                model.begin();
              }
            });
    changes();
    model.inquiry().stateProperty().subscribe(this::look);
  }

  private Node nothing() {
    Label why =
        Nodes.label(
            model.nothing().isEmpty()
                ? "The plan has run, and the schema was not looked at before."
                : model.nothing(),
            "muted");
    why.setId("plan-schema-nothing");
    why.setWrapText(true);
    why.setMaxWidth(520);
    StackPane page = new StackPane(why);
    page.setAlignment(Pos.CENTER);
    page.getStyleClass().add("inquiry-page");
    return page;
  }

  private void changes() {
    changes.getStyleClass().add("what-changes");
    ask.setId("work-out-changes");
    ask.setAccessibleText("Work out what the plan changes");
    ask.setOnAction(event -> model.begin());
    words.setId("what-changes-words");
    words.setWrapText(true);
    list.onChosen(
        index ->
            model
                .inquiry()
                .answer()
                .ifPresent(
                    now -> {
                      getTabPane().getSelectionModel().select(this);
                      pane.reveal(now, index);
                    }));
  }

  private void look(Inquiry.State<ChangedSchema> now) {
    boolean idle = now instanceof Inquiry.Idle<ChangedSchema> && model.nothing().isEmpty();
    Nodes.show(ask, idle);
    Nodes.show(list, false);
    switch (now) {
      case Inquiry.Idle<ChangedSchema> nothing -> say(model.stamp() ? "No object" : "");
      case Inquiry.Asking<ChangedSchema> asking -> say("Being worked out…");
      case Inquiry.Failed<ChangedSchema> failed -> say("Could not be worked out");
      case Inquiry.Stopped<ChangedSchema> stopped -> say("Not worked out");
      case Inquiry.Answered<ChangedSchema>(ChangedSchema answer) -> {
        say(answer.same() ? "No object" : "");
        list.show(answer.ddl().entries().stream().map(e -> ObjectLine.of(e.change())).toList());
        Nodes.show(list, !answer.same());
        double height = Math.min(HIGHEST, list.wholeHeight());
        showChanges();
        list.setPrefHeight(height);
        list.setMinHeight(Math.min(height, 90));
      }
    }
  }

  private void say(String text) {
    words.setText(text);
    Nodes.show(words, !text.isEmpty());
    showChanges();
  }

  /** A heading with nothing below it says nothing. */
  private void showChanges() {
    Nodes.show(changes, ask.isVisible() || words.isVisible() || list.isVisible());
  }

  /** What changes, to stand under the steps. */
  public Node whatChanges() {
    return changes;
  }

  /** The plan runs: what is not known by now is not to be found out any more. */
  public void running() {
    model.tooLate();
    Nodes.show(ask, false);
    showChanges();
  }

  /** The plan is no longer on the screen. */
  public void leave() {
    model.leave();
  }
}
