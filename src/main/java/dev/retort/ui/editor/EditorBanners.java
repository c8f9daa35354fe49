package dev.retort.ui.editor;

import dev.retort.engine.edit.Drafts.Draft;
import dev.retort.ui.widget.Nodes;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The lines above the text: each says one thing, with what can be done about it behind. */
final class EditorBanners extends VBox {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  private final EditorModel model;
  private final Consumer<Path> other;

  EditorBanners(
      EditorModel model, EditorSource source, Consumer<Path> elsewhere, Consumer<Path> other) {
    this.model = model;
    this.other = other;
    HBox leave = leave();
    HBox disk = line("editor-disk", Feather.ALERT_TRIANGLE, "banner-warning");
    HBox readOnly = line("editor-read-only", Feather.LOCK, "banner-question");
    HBox draft = line("editor-draft", Feather.CLOCK, "banner-question");
    HBox trouble = line("editor-trouble", Feather.ALERT_TRIANGLE, "banner-danger");
    HBox applied = line("editor-applied", Feather.DATABASE, "banner-calm");
    getChildren().addAll(leave, trouble, disk, readOnly, draft, applied);

    model
        .leavingProperty()
        .subscribe(
            leaving -> {
              Nodes.show(leave, leaving);
              if (leaving) {
                leave.lookup("#leave-save").requestFocus();
              }
            });
    model.troubleProperty().subscribe(words -> say(trouble, words));
    model.diskProperty().subscribe(now -> disk(disk, now));
    model.draftProperty().subscribe(kept -> draft(draft, kept));
    model.readOnlyProperty().subscribe(why -> readOnly(readOnly, why, elsewhere));
    Runnable warn = () -> say(applied, Names.warning(source, model.file()));
    model.until(source.project().subscribe(now -> warn.run()));
    model.until(source.position().subscribe(now -> warn.run()));
    model.until(source.database().subscribe(now -> warn.run()));
  }

  private HBox leave() {
    HBox line = line("editor-leave", Feather.SAVE, "banner-question");
    say(line, "The file has changes that are not saved.");
    Button save = Nodes.button("leave-save", "Save", "accent");
    save.setOnAction(event -> model.save());
    Button discard = Nodes.button("leave-discard", "Discard");
    discard.setOnAction(event -> model.discard());
    Button stay = Nodes.button("leave-stay", "Stay");
    stay.setOnAction(event -> model.stay());
    line.getChildren().addAll(save, discard, stay);
    return line;
  }

  private void disk(HBox line, OnDisk now) {
    switch (now) {
      case OnDisk.AsOpened() -> say(line, "");
      case OnDisk.Changed changed -> {
        say(line, "The file was changed on disk since it was opened here. Nothing is overwritten.");
        ways(
            line,
            button("disk-compare", "Compare", model::compare),
            button("disk-reload", "Reload", model::reload),
            button("disk-overwrite", "Overwrite", model::overwrite));
      }
      case OnDisk.Gone(Optional<Path> moved) -> {
        say(
            line,
            moved
                .map(
                    path ->
                        "The file is not there any more; the revision is in %s now."
                            .formatted(path.getFileName()))
                .orElse("The file is not there any more: it was deleted or renamed."));
        Button save = button("disk-save-anew", "Save it here again", model::save);
        save.setDisable(!model.editable());
        ways(line, save);
        moved.ifPresent(
            path ->
                line.getChildren()
                    .add(2, button("disk-follow", "Open that", () -> other.accept(path))));
      }
    }
  }

  private void draft(HBox line, Optional<Draft> kept) {
    say(
        line,
        kept.map(
                one ->
                    "Edits of %s were never saved."
                        .formatted(WHEN.format(one.kept().atZone(ZoneId.systemDefault()))))
            .orElse(""));
    ways(
        line,
        button("draft-take", "Bring them back", model::takeDraft),
        button("draft-drop", "Throw them away", model::dropDraft));
  }

  private void readOnly(HBox line, String why, Consumer<Path> elsewhere) {
    say(line, why);
    boolean other =
        model.openedProperty().get().filter(file -> !file.encoding().readable()).isPresent();
    ways(
        line,
        other
            ? button("convert-file", "Convert to UTF-8", model::convert)
            : button(
                "read-only-elsewhere", "Open in my editor", () -> elsewhere.accept(model.file())));
  }

  private static Button button(String id, String words, Runnable action) {
    Button button = Nodes.button(id, words);
    button.setOnAction(event -> action.run());
    return button;
  }

  private static HBox line(String id, Feather icon, String style) {
    Label words = new Label();
    words.setId(id + "-words");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    FontIcon sign = new FontIcon(icon);
    sign.getStyleClass().add("trouble-icon");
    HBox line = new HBox(sign, words);
    line.setId(id);
    line.getStyleClass().addAll("banner", "editor-banner", style);
    Nodes.show(line, false);
    return line;
  }

  private static void say(HBox line, String words) {
    ((Label) line.getChildren().get(1)).setText(words);
    Nodes.show(line, !words.isEmpty());
  }

  private static void ways(HBox line, Button... buttons) {
    line.getChildren().remove(2, line.getChildren().size());
    line.getChildren().addAll(buttons);
  }
}
