package dev.retort.ui.drift;

import dev.retort.ui.task.Background;
import dev.retort.ui.widget.Nodes;
import dev.retort.ui.widget.diff.DiffSide;
import dev.retort.ui.widget.diff.DiffView;
import dev.retort.ui.widget.objects.ObjectLine;
import dev.retort.ui.widget.objects.ObjectList;
import dev.retort.ui.widget.objects.ObjectTexts;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The revisions that a database is nearest to, what differs from each, and the stamp to follow. */
final class IdentifyPane extends BorderPane {
  private static final double HIGHEST = 160;

  private final IdentifyModel model;
  private final Label words = Nodes.label("", "title");
  private final Label remark = Nodes.label("", "muted");
  private final ListView<Identified.Place> places = new ListView<>();
  private final ObjectList objects = new ObjectList("candidate-objects", "Objects that differ");
  private final DiffView diff;
  private final Label exact = Nodes.label("Nothing differs.", "muted");
  private final Label stampWords = new Label();
  private final Label noWrites = Nodes.label("", "no-writes");
  private final Button stamp = Nodes.button("identify-stamp", "Review the stamp", "accent");
  private ObjectTexts texts = ObjectTexts.of(List.of());

  IdentifyPane(IdentifyModel model, DriftActions actions, Background background) {
    this.model = model;
    diff = new DiffView("candidate-diff", background);
    words.setId("identify-words");
    words.setWrapText(true);
    remark.setWrapText(true);
    VBox head = new VBox(4, words, remark);
    head.getStyleClass().add("drift-head");
    places.setId("candidates");
    places.setAccessibleText("The nearest revisions, nearest first");
    places.getStyleClass().add("step-list");
    places.setCellFactory(view -> new PlaceCell());
    places
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((observable, before, now) -> choose(Optional.ofNullable(now)));
    objects.onChosen(index -> reveal(index));
    VBox.setVgrow(diff, Priority.ALWAYS);
    SplitPane split = new SplitPane(places, new StackPane(new VBox(objects, diff), exact));
    places.setMinWidth(240);
    split.setDividerPositions(0.3);
    SplitPane.setResizableWithParent(places, false);
    stampWords.setId("identify-stamp-words");
    stampWords.setWrapText(true);
    stampWords.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(stampWords, Priority.ALWAYS);
    noWrites.setId("identify-no-writes");
    noWrites.setWrapText(true);
    stamp.setOnAction(
        event ->
            Optional.ofNullable(places.getSelectionModel().getSelectedItem())
                .ifPresent(place -> actions.stamp(place.candidate().heads())));
    HBox foot = new HBox(12, new VBox(4, stampWords, noWrites), Nodes.spacer(), stamp);
    HBox.setHgrow(foot.getChildren().getFirst(), Priority.ALWAYS);
    foot.getStyleClass().add("action-bar");
    setTop(head);
    setCenter(split);
    setBottom(foot);
    model.noWrites().subscribe(why -> offer(chosen()));
  }

  void show(Identified now) {
    words.setText(now.words());
    remark.setText(now.remark().orElse(""));
    Nodes.show(remark, now.remark().isPresent());
    places.getItems().setAll(now.places());
    places.getSelectionModel().selectFirst();
    choose(chosen());
  }

  private Optional<Identified.Place> chosen() {
    return Optional.ofNullable(places.getSelectionModel().getSelectedItem());
  }

  private void choose(Optional<Identified.Place> place) {
    boolean differs = place.filter(one -> !one.candidate().exact()).isPresent();
    Nodes.show(diff, differs);
    Nodes.show(objects, differs);
    Nodes.show(exact, place.isPresent() && !differs);
    place.ifPresent(
        one -> {
          texts = ObjectTexts.of(one.candidate().changes());
          objects.show(one.candidate().changes().stream().map(ObjectLine::of).toList());
          double height = Math.min(HIGHEST, objects.wholeHeight());
          objects.setPrefHeight(height);
          objects.setMinHeight(height);
          diff.show(
              new DiffSide("at " + one.title(), texts.before()),
              new DiffSide("in the database", texts.after()));
        });
    offer(place);
  }

  private void offer(Optional<Identified.Place> place) {
    stampWords.setText(place.map(model::stampWords).orElse(""));
    Nodes.show(stamp, place.filter(model::mayStamp).isPresent());
    place.ifPresent(one -> stamp.setText("Review stamp of " + one.title()));
    stamp.setAccessibleText(stamp.getText());
    noWrites.setText(model.noWrites().getValue());
    Nodes.show(noWrites, !noWrites.getText().isEmpty());
  }

  private void reveal(int index) {
    if (index < texts.places().size()) {
      diff.reveal(texts.places().get(index).lineBefore(), texts.places().get(index).lineAfter());
    }
  }

  /** Brings the keyboard here. */
  void toContent() {
    places.requestFocus();
  }
}
