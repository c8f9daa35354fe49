package dev.retort.ui.schema;

import dev.retort.ui.task.Background;
import dev.retort.ui.task.Inquiry;
import dev.retort.ui.widget.InquiryPane;
import dev.retort.ui.widget.Nodes;
import dev.retort.ui.widget.objects.ObjectLine;
import dev.retort.ui.widget.objects.ObjectList;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
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
  private final HBox extent = new HBox();
  private final ToggleButton all = new ToggleButton();
  private final ToggleButton one = new ToggleButton();
  private Optional<Integer> chosen = Optional.empty();

  /** The tab of a plan. */
  public PlanSchemaTab(PlanSchemaModel model, Background background) {
    super("Schema diff");
    this.model = model;
    setId("tab-schema-diff");
    setClosable(false);
    pane = new ChangedPane("plan-schema", background);
    Node whole =
        new InquiryPane<>("plan-schema", model.inquiry(), background, pane, pane::show, nothing());
    ChangedPane alone = new ChangedPane("step-schema", background);
    Node step =
        new InquiryPane<>(
            "step-schema", model.ofStep(), background, alone, alone::show, new StackPane());
    BorderPane page = new BorderPane(new StackPane(whole, step));
    page.setTop(extent());
    setContent(page);
    model
        .stepProperty()
        .subscribe(
            now -> {
              Nodes.show(whole, now.isEmpty());
              Nodes.show(step, now.isPresent());
              all.setSelected(now.isEmpty());
              one.setSelected(now.isPresent());
            });
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

  /** All of the plan, or the step that is chosen at the left. */
  private HBox extent() {
    ToggleGroup group = new ToggleGroup();
    toggle(all, "schema-of-plan", group, "left-pill");
    toggle(one, "schema-of-step", group, "right-pill");
    all.setText("Whole plan");
    all.setOnAction(event -> model.narrow(Optional.empty()));
    one.setOnAction(
        event -> {
          model.narrow(chosen);
          // Where it cannot be had any more, the whole plan stays chosen.
          all.setSelected(model.stepProperty().get().isEmpty());
        });
    extent.getChildren().setAll(all, one);
    extent.getStyleClass().add("schema-bar");
    Nodes.show(extent, false);
    return extent;
  }

  private static void toggle(ToggleButton one, String id, ToggleGroup group, String style) {
    one.setId(id);
    one.setMnemonicParsing(false);
    one.setToggleGroup(group);
    one.getStyleClass().addAll(style, "small");
    one.setMinWidth(Region.USE_PREF_SIZE);
  }

  /**
   * A step is chosen in the list of steps: while the schema is what one looks at, it is narrowed to
   * that step, and otherwise that is only offered.
   */
  public void choose(int step) {
    if (!model.narrows()) {
      return;
    }
    chosen = Optional.of(step);
    one.setText("Only " + model.name(step));
    one.setAccessibleText("What " + model.name(step) + " alone changes");
    Nodes.show(extent, true);
    if (isSelected()) {
      model.narrow(chosen);
    } else {
      model.widen();
    }
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
                      model.narrow(Optional.empty());
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
