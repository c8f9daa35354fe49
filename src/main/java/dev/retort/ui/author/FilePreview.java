package dev.retort.ui.author;

import dev.retort.engine.author.Draft;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.Nodes;
import dev.retort.ui.widget.sql.SqlView;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The file that would be written: where, and all that would be in it. */
final class FilePreview extends BorderPane {
  private final DraftModel model;
  private final Label path = Nodes.label("", "mono");
  private final SqlView text;
  private final Label nothing =
      Nodes.label("The file is shown here once what is asked for can be written", "muted");
  private final StackPane body = new StackPane();

  FilePreview(DraftModel model, Background background) {
    this.model = model;
    this.text = new SqlView("draft-text", background);
    getStyleClass().add("file-preview");
    setMinWidth(200);
    path.setId("draft-path");
    path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    HBox line = new HBox(8, new FontIcon(Feather.FILE_PLUS), path);
    line.getStyleClass().add("file-line");
    setTop(line);
    nothing.setWrapText(true);
    body.setMinWidth(0);
    setCenter(body);
    model.draftProperty().subscribe(this::show);
  }

  private void show(Optional<Draft> draft) {
    path.setText(draft.map(Draft::file).map(model::shown).orElse("No file yet"));
    if (draft.isPresent()) {
      text.show(draft.get().text());
      body.getChildren().setAll(text);
    } else {
      body.getChildren().setAll(nothing);
    }
  }
}
