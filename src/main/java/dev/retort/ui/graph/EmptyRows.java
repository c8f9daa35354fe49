package dev.retort.ui.graph;

import dev.retort.ui.widget.Nodes;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where there is no row: why not, and what to do about it. */
final class EmptyRows extends VBox {
  private final GraphModel model;
  private final FontIcon icon = new FontIcon(Feather.GIT_BRANCH);
  private final Label title = Nodes.label("", "title");
  private final Label words = Nodes.label("", "muted");
  private final Hyperlink all = new Hyperlink("Show all");

  /**
   * The page of a model.
   *
   * @param first writes the first revision
   */
  EmptyRows(GraphModel model, Node first) {
    this.model = model;
    setId("no-rows");
    getStyleClass().add("empty-rows");
    icon.getStyleClass().add("empty-icon");
    title.setWrapText(true);
    words.setWrapText(true);
    words.setMaxWidth(420);
    all.setId("show-all-again");
    all.setAccessibleText("Show all revisions again");
    all.setOnAction(event -> model.clearFilter());
    getChildren().setAll(icon, title, words, first, all);
    model.pictureProperty().subscribe(this::show);
    // Such a subscription is told of changes alone.
    show();
  }

  private void show() {
    boolean none = model.hasNoRevisions();
    icon.setIconCode(none ? Feather.GIT_BRANCH : Feather.SEARCH);
    title.setText(none ? "No revisions yet" : model.emptyText());
    words.setText(
        "The first file in the migrations folder becomes the first revision. Retort can write it.");
    Nodes.show(words, none);
    Nodes.show(all, !none);
  }
}
