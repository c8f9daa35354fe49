package dev.retort.ui.graph;

import dev.retort.ui.widget.Nodes;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The list of revisions, newest on top, with a field to filter it. Rows are virtual. */
public final class RevisionListView extends BorderPane {
  private final ListView<RevisionRow> list = new ListView<>();

  /** The list over its model. */
  public RevisionListView(RevisionListModel model) {
    getStyleClass().add("panel");
    TextField filter = new TextField();
    filter.setId("revision-filter");
    filter.setPromptText("Filter by id, message, label…");
    filter.setAccessibleText("Filter revisions");
    filter.textProperty().bindBidirectional(model.filterProperty());
    HBox.setHgrow(filter, Priority.ALWAYS);
    HBox bar = new HBox(8, filter);
    bar.getStyleClass().add("filter-bar");

    list.setId("revisions");
    list.setAccessibleText("Revisions, newest first");
    list.getStyleClass().add("revision-list");
    list.setCellFactory(view -> new RevisionCell());
    list.setFixedCellSize(32);
    list.setItems(model.rows());
    var nothing = Nodes.label("", "muted");
    nothing
        .textProperty()
        .bind(Bindings.createStringBinding(model::emptyText, model.filterProperty(), model.rows()));
    list.setPlaceholder(nothing);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((observable, before, row) -> model.select(row));

    setTop(bar);
    setCenter(list);
  }
}
