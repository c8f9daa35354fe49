package dev.retort.ui.author;

import dev.retort.ui.task.Background;
import dev.retort.ui.widget.FolderChooser;
import dev.retort.ui.widget.InquiryPane;
import dev.retort.ui.widget.LabelledField;
import dev.retort.ui.widget.Nodes;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Many revisions as one: which, and how, at the left; at the right the proof, the files that go and
 * the file that comes.
 */
public final class SquashPage extends BorderPane {
  private final SquashModel model;
  private final TextField range = new TextField();
  private final TextField message = new TextField();

  /**
   * The page of a squash.
   *
   * @param chooser asks for the folder that the old files are moved to
   */
  public SquashPage(SquashModel model, Background background, FolderChooser chooser) {
    this.model = model;
    setId("squash-page");
    range.textProperty().bindBidirectional(model.rangeProperty());
    range.setOnAction(event -> model.prove());
    message.textProperty().bindBidirectional(model.messageProperty());
    message.setOnAction(event -> model.write());
    TextField oneWay = new TextField();
    oneWay.textProperty().bindBidirectional(model.oneWayProperty());
    CheckBox schemaOnly = new CheckBox("Schema alone: leave out what is done to rows");
    schemaOnly.setId("squash-schema-only");
    schemaOnly.setWrapText(true);
    schemaOnly.selectedProperty().bindBidirectional(model.schemaOnlyProperty());
    Label words =
        Nodes.wrapped(
            "The one keeps the id of the last, so databases that have them all stay where they"
                + " are. It is written only if a shadow database ends with the same schema.",
            "merge-words");
    VBox form =
        new VBox(
            16,
            words,
            new LabelledField(
                "squash-range", "Revisions", range, "The first and the last: 0004:0009"),
            new LabelledField(
                "squash-message", "Message", message, "Names the range where it is left empty"),
            schemaOnly,
            new LabelledField(
                "squash-one-way",
                "No way back",
                oneWay,
                "Why it is to have none; empty for the one of all of them"),
            keep(chooser));
    form.getStyleClass().add("form-content");
    ScrollPane scroll = new ScrollPane(form);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("form-scroll");
    scroll.setPrefWidth(380);
    scroll.setMinWidth(300);
    SquashProofPane proof = new SquashProofPane(model, background);
    InquiryPane<SquashProof> outcome =
        new InquiryPane<>("squash", model.inquiry(), background, proof, proof::show, idle());
    outcome.getStyleClass().add("file-preview");
    setCenter(PageFrame.sides(scroll, outcome));
    PageFrame.dress(
        this,
        "Squash revisions",
        "Replace the files",
        model::leave,
        model::write,
        model.impossible(),
        model.troubleProperty());
  }

  /** Where the old files go: to be typed, or chosen with the desktop's own dialog. */
  private LabelledField keep(FolderChooser chooser) {
    TextField folder = new TextField();
    folder.setPromptText("Nowhere: they are deleted");
    folder.textProperty().bindBidirectional(model.oldFiles().folderProperty());
    Button choose = Nodes.iconButton("squash-keep-choose", Feather.FOLDER, "Choose a folder");
    choose.setOnAction(
        event ->
            chooser
                .choose("Keep the old files in a folder", getScene().getWindow())
                .ifPresent(chosen -> folder.setText(model.shown(chosen))));
    LabelledField field =
        new LabelledField(
                "squash-keep",
                "Keep the old files in",
                folder,
                "A folder outside of the revisions; they are deleted where it is left empty")
            .beside(choose);
    folder.textProperty().subscribe(now -> field.say(model.oldFiles().refusal()));
    return field;
  }

  private Node idle() {
    Button prove = Nodes.button("squash-prove", "Prove it");
    prove.setOnAction(event -> model.prove());
    Label words = Nodes.label("", "muted");
    words.textProperty().bind(model.named().map(SquashPage::next));
    prove.disableProperty().bind(model.named().map(named -> !named));
    words.setWrapText(true);
    VBox page = new VBox(12, words, prove);
    page.setAlignment(Pos.CENTER);
    page.getStyleClass().add("inquiry-page");
    return page;
  }

  private static String next(boolean named) {
    return named
        ? "A shadow database shows whether they can be one. Nothing is written by that."
        : "Name the first and the last of the revisions that are to be one.";
  }

  /** Brings the keyboard here, and proves what is named already. */
  public void begin() {
    // What scrolls has its content only once it is dressed.
    applyCss();
    if (model.named().getValue()) {
      model.prove();
      message.requestFocus();
    } else {
      range.requestFocus();
    }
  }
}
