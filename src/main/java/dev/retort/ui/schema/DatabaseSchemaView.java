package dev.retort.ui.schema;

import dev.retort.ui.task.Background;
import dev.retort.ui.widget.InquiryPane;
import dev.retort.ui.widget.Nodes;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The screen with the chosen database's schema. */
public final class DatabaseSchemaView extends BorderPane {
  private final DatabaseSchemaModel model;
  private final SchemaPane pane;

  /** The screen. */
  public DatabaseSchemaView(DatabaseSchemaModel model, Background background) {
    this.model = model;
    setId("schema-page");
    getStyleClass().add("panel");
    pane = new SchemaPane("database-schema", background, false, Orientation.HORIZONTAL);
    Label title = Nodes.label("", "title");
    title.setId("database-schema-title");
    Button again = Nodes.iconButton("schema-look-again", Feather.REFRESH_CW, "Read it again");
    again.setOnAction(event -> model.look());
    HBox bar = new HBox(title, Nodes.spacer(), again);
    bar.getStyleClass().add("page-title");
    setTop(bar);
    setCenter(
        new InquiryPane<>(
            "database-schema",
            model.inquiry(),
            background,
            pane,
            pane::show,
            new StackPane(Nodes.label("No database is chosen", "muted"))));
    model.inquiry().stateProperty().subscribe(state -> title.setText(model.title()));
  }

  /** Shows the schema, and asks for it if need be. */
  public void begin() {
    model.begin();
    pane.toContent();
  }

  /** It is on the screen no more. */
  public void leave() {
    model.leave();
  }
}
