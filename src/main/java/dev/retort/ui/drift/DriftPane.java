package dev.retort.ui.drift;

import dev.retort.ui.task.Background;
import dev.retort.ui.task.Inquiry;
import dev.retort.ui.widget.Nodes;
import dev.retort.ui.widget.diff.DiffSide;
import dev.retort.ui.widget.diff.DiffView;
import dev.retort.ui.widget.objects.ObjectLine;
import dev.retort.ui.widget.objects.ObjectList;
import dev.retort.ui.widget.sql.SqlView;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What came of looking for drift: agreement, said calmly, or what differs and the ways on. */
final class DriftPane extends StackPane {
  private final DriftModel model;
  private final DriftActions actions;
  private final Label words = Nodes.label("", "title");
  private final Label facts = Nodes.label("", "muted");
  private final Label agrees = Nodes.label("", "title");
  private final Label agreesFacts = Nodes.label("", "muted");
  private final ObjectList list = new ObjectList("drift-objects", "Objects that differ");
  private final DiffView diff;
  private final SqlView back;
  private final Label exported = Nodes.label("", "muted");
  private final TabPane tabs;
  private final BorderPane differs = new BorderPane();
  private final RevisionOffer offer;
  private final Node agreement;

  DriftPane(DriftModel model, DriftActions actions, Background background) {
    this.model = model;
    this.actions = actions;
    diff = new DiffView("drift-diff", background);
    back = new SqlView("drift-sql", background);
    agreement = agreement();
    tabs = tabs();
    words.setId("drift-words");
    words.setWrapText(true);
    facts.setWrapText(true);
    VBox head = new VBox(4, words, facts);
    head.getStyleClass().add("drift-head");
    SplitPane split = new SplitPane(list, tabs);
    list.setMinWidth(264);
    split.setDividerPositions(0.3);
    SplitPane.setResizableWithParent(list, false);
    differs.setTop(head);
    differs.setCenter(split);
    offer = new RevisionOffer(model, actions);
    differs.setBottom(offer);
    getChildren().addAll(agreement, differs);
    list.onChosen(index -> model.inquiry().answer().ifPresent(now -> reveal(now, index)));
    model.exported().stateProperty().subscribe(this::exported);
  }

  private TabPane tabs() {
    Label note =
        Nodes.label("Run on the database, these would make it what its revisions make.", "muted");
    note.setWrapText(true);
    HBox.setHgrow(note, Priority.ALWAYS);
    note.setMaxWidth(Double.MAX_VALUE);
    Button export = Nodes.button("drift-export", "Export…");
    export.setGraphic(new FontIcon(Feather.DOWNLOAD));
    export.setOnAction(
        event ->
            actions.chooseFile("Export the statements", "bring-back.sql").ifPresent(model::export));
    exported.setId("drift-exported");
    HBox bar = new HBox(8, note, export);
    bar.getStyleClass().add("schema-bar");
    BorderPane statements = new BorderPane(back);
    statements.setTop(new VBox(bar, exported));
    Tab first = new Tab("Expected and found", diff);
    first.setId("tab-drift-diff");
    Tab second = new Tab("Statements that bring it back", statements);
    second.setId("tab-drift-sql");
    TabPane pane = new TabPane(first, second);
    pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    pane.getStyleClass().add("review-tabs");
    return pane;
  }

  private Node agreement() {
    FontIcon icon = new FontIcon(Feather.CHECK_CIRCLE);
    icon.getStyleClass().addAll("empty-icon", "agrees-icon");
    agrees.setId("drift-agrees");
    agrees.setWrapText(true);
    agreesFacts.setWrapText(true);
    VBox page = new VBox(icon, agrees, agreesFacts);
    page.getStyleClass().add("empty-page");
    return page;
  }

  void show(DriftReport now) {
    Nodes.show(agreement, now.agrees());
    Nodes.show(differs, !now.agrees());
    // No revision can put columns in another order.
    Nodes.show(offer, !now.onlyColumnOrder());
    agrees.setText(now.words());
    agreesFacts.setText(now.facts());
    words.setText(now.words());
    facts.setText(now.facts());
    list.show(now.ddl().entries().stream().map(one -> ObjectLine.of(one.change())).toList());
    diff.show(
        new DiffSide("expected: " + now.heads(), now.ddl().before()),
        new DiffSide("found in " + now.database(), now.ddl().after()));
    back.show(now.back());
  }

  private void reveal(DriftReport now, int index) {
    if (index < now.ddl().entries().size()) {
      var entry = now.ddl().entries().get(index);
      tabs.getSelectionModel().select(0);
      diff.reveal(entry.lineBefore(), entry.lineAfter());
    }
  }

  private void exported(Inquiry.State<Path> now) {
    exported.setText(
        switch (now) {
          case Inquiry.Idle<Path> nothing -> "";
          case Inquiry.Asking<Path>(String what) -> what;
          case Inquiry.Answered<Path>(Path file) -> "Written to " + file;
          case Inquiry.Failed<Path>(String why) -> why;
          case Inquiry.Stopped<Path> stopped -> "";
        });
    Nodes.show(exported, !exported.getText().isEmpty());
  }

  /** Brings the keyboard here. */
  void toContent() {
    list.requestFocus();
  }
}
