package dev.retort.ui.author;

import dev.retort.ui.task.Background;
import dev.retort.ui.widget.LabelledField;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A new revision: what is to be said of it at the left, the file as it would be at the right. */
public final class NewRevisionPage extends BorderPane {
  private final DraftModel model;
  private final Map<DraftField, LabelledField> fields = new EnumMap<>(DraftField.class);
  private final TextField message = new TextField();

  /** The page of a draft. */
  public NewRevisionPage(DraftModel model, Background background) {
    this.model = model;
    setId("new-revision-page");
    VBox form = new VBox(12);
    form.getStyleClass().add("form-content");
    form.getChildren()
        .addAll(
            field(
                DraftField.MESSAGE,
                "draft-message",
                "Message",
                message,
                model.messageProperty(),
                "What it does, in a few words; the file's name comes from it"),
            field(
                DraftField.PARENTS,
                "draft-parents",
                "Revises",
                new TextField(),
                model.parentsProperty(),
                "A head, an id, branch@head; base for a new beginning"),
            splice(),
            id(),
            field(
                DraftField.LABELS,
                "draft-labels",
                "Branch label",
                new TextField(),
                model.labelsProperty(),
                "Names the branch that begins here; usually none"),
            field(
                DraftField.DEPENDS,
                "draft-depends",
                "Depends on",
                new TextField(),
                model.dependsProperty(),
                "Revisions of other branches that must be applied first"));
    if (model.folders().size() > 1) {
      form.getChildren().add(folder());
    }
    ScrollPane scroll = new ScrollPane(form);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("form-scroll");
    scroll.setPrefWidth(380);
    scroll.setMinWidth(300);
    setCenter(PageFrame.sides(scroll, new FilePreview(model, background)));
    PageFrame.dress(
        this,
        "New revision",
        "Write revision",
        model::leave,
        model::write,
        model.impossible(),
        model.errorsProperty().map(errors -> errors.getOrDefault(DraftField.FILE, "")));
    model
        .errorsProperty()
        .subscribe(
            errors ->
                fields.forEach((field, control) -> control.say(errors.getOrDefault(field, ""))));
    message
        .focusedProperty()
        .addListener(
            (observable, before, focused) -> {
              if (!focused) {
                model.messageLeft();
              }
            });
    message.setOnAction(event -> model.write());
  }

  private LabelledField field(
      DraftField field, String id, String name, TextField text, StringProperty value, String help) {
    text.textProperty().bindBidirectional(value);
    LabelledField labelled = new LabelledField(id, name, text, help);
    fields.put(field, labelled);
    return labelled;
  }

  private LabelledField id() {
    TextField text = new TextField();
    model
        .draftProperty()
        .subscribe(
            draft ->
                draft
                    .filter(made -> model.idProperty().get().isBlank())
                    .ifPresent(made -> text.setPromptText(made.id().value())));
    return field(
        DraftField.ID,
        "draft-id",
        "Id",
        text,
        model.idProperty(),
        "Made up where it is left empty");
  }

  private CheckBox splice() {
    CheckBox box = new CheckBox("Begin a branch here, though the parent is not a head");
    box.setId("draft-splice");
    box.setWrapText(true);
    box.selectedProperty().bindBidirectional(model.spliceProperty());
    return box;
  }

  private LabelledField folder() {
    ComboBox<Path> box = new ComboBox<>();
    box.getItems().setAll(model.folders());
    box.setPromptText("The parent's");
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Path path) {
            return path == null ? "" : model.shown(path);
          }

          @Override
          public Path fromString(String text) {
            return Path.of(text);
          }
        });
    box.valueProperty()
        .addListener(
            (observable, before, now) -> model.folderProperty().set(Optional.ofNullable(now)));
    LabelledField field =
        new LabelledField("draft-folder", "Folder", box, "One of the project's version paths");
    fields.put(DraftField.FOLDER, field);
    return field;
  }

  /** Brings the keyboard to the first field. */
  public void begin() {
    // What scrolls has its content only once it is dressed.
    applyCss();
    message.requestFocus();
  }
}
