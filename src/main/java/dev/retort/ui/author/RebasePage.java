package dev.retort.ui.author;

import dev.retort.engine.author.HeaderChange;
import dev.retort.ui.widget.LabelledField;
import dev.retort.ui.widget.Nodes;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A rebase: which revisions go where, and the lines of their files that change, before and after.
 */
public final class RebasePage extends BorderPane {
  private final RebaseModel model;
  private final TextField onto = new TextField();
  private final VBox files = new VBox(16);

  /** The page of a rebase. */
  public RebasePage(RebaseModel model) {
    this.model = model;
    setId("rebase-page");
    TextField moved = new TextField();
    moved.textProperty().bindBidirectional(model.revisionsProperty());
    onto.textProperty().bindBidirectional(model.targetProperty());
    onto.setOnAction(event -> model.write());
    Label words =
        Nodes.label(
            "The files get another parent, and nothing else in them changes. Only what no database"
                + " has yet may be moved; where one has it, merge instead.",
            "merge-words");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    VBox form =
        new VBox(
            16,
            words,
            new LabelledField(
                "rebase-revisions",
                "Revisions to move",
                moved,
                "What is built on them comes along"),
            new LabelledField("rebase-onto", "Onto", onto, "A revision, branch@head, base"));
    form.getStyleClass().add("form-content");
    form.setPrefWidth(380);
    form.setMinWidth(300);
    files.getStyleClass().add("form-content");
    files.setId("rebase-files");
    ScrollPane scroll = new ScrollPane(files);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().addAll("form-scroll", "file-preview");
    setCenter(PageFrame.sides(form, scroll));
    PageFrame.dress(
        this,
        "Rebase",
        "Rewrite headers",
        model::leave,
        model::write,
        Bindings.createBooleanBinding(
            () -> model.changesProperty().get().isEmpty() || model.writingProperty().get(),
            model.changesProperty(),
            model.writingProperty()),
        model.refusalProperty());
    model.changesProperty().subscribe(this::show);
  }

  private void show(List<HeaderChange> changes) {
    files.getChildren().setAll(changes.stream().map(this::file).toList());
    if (changes.isEmpty()) {
      files.getChildren().setAll(Nodes.label("No file would change", "muted"));
    }
  }

  private VBox file(HeaderChange change) {
    Label name = Nodes.label(model.shown(change.move().file()), "mono");
    HBox title = new HBox(8, new FontIcon(Feather.FILE_TEXT), name);
    title.getStyleClass().add("file-line");
    VBox lines = new VBox();
    lines.getStyleClass().add("diff-lines");
    int line = change.firstLine();
    for (String before : change.before()) {
      lines.getChildren().add(line(line++, "−", before, "diff-removed"));
    }
    line = change.firstLine();
    for (String after : change.after()) {
      lines.getChildren().add(line(line++, "+", after, "diff-added"));
    }
    VBox box = new VBox(title, lines);
    box.getStyleClass().add("file-card");
    return box;
  }

  private static HBox line(int number, String sign, String text, String style) {
    Label at = Nodes.label(String.valueOf(number), "mono", "muted");
    at.setMinWidth(32);
    Label mark = Nodes.label(sign, "mono");
    mark.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(8, at, mark, Nodes.label(text, "mono"));
    line.getStyleClass().addAll("diff-line", style);
    line.setAccessibleText((sign.equals("+") ? "after: " : "before: ") + text);
    return line;
  }

  /** Brings the keyboard to the target. */
  public void begin() {
    // What scrolls has its content only once it is dressed.
    applyCss();
    onto.requestFocus();
  }
}
