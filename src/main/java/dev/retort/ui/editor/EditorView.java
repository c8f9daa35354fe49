package dev.retort.ui.editor;

import dev.retort.engine.edit.SourceFile;
import dev.retort.ui.editor.DiskSide.Comparison;
import dev.retort.ui.session.GitFacts;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.Nodes;
import dev.retort.ui.widget.diff.DiffSide;
import dev.retort.ui.widget.diff.DiffView;
import dev.retort.ui.widget.sql.SqlEditor;
import dev.retort.ui.widget.sql.SqlView;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A revision file being edited: a thin header, whatever has to be said or asked, the text, and what
 * is wrong with it. Ctrl-S saves, Esc leaves, F8 walks through the problems.
 */
public final class EditorView extends BorderPane {
  private static final KeyCombination SAVE =
      new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

  private final EditorModel model;
  private final EditorSource source;
  private final SqlEditor editor;
  private final SqlView reader;
  private final DiffView changes;
  private final SplitPane split = new SplitPane();
  private final StackPane texts;
  private final ProblemList problems;
  private boolean large;

  /**
   * The view of a model.
   *
   * @param elsewhere opens a file in the user's own editor
   * @param other opens another file here
   */
  public EditorView(
      EditorModel model,
      EditorSource source,
      Background background,
      Consumer<Path> elsewhere,
      Consumer<Path> other) {
    this.changes = new DiffView("editor-changes", background);
    this.model = model;
    this.source = source;
    setId("editor");
    getStyleClass().add("panel");
    editor = new SqlEditor("editor-text", background, model::touched);
    reader = new SqlView("editor-reader", background);
    texts = new StackPane(editor, reader);
    split.setOrientation(Orientation.VERTICAL);
    problems = new ProblemList(model, source, editor, other);
    model.attach(new Text());
    model.openedProperty().subscribe(now -> now.ifPresent(this::opened));
    setTop(new VBox(header(elsewhere), new EditorBanners(model, source, elsewhere, other)));
    setCenter(texts);
    setBottom(new VBox(problems, statusLine()));
    model.readOnlyProperty().subscribe(why -> editor.setEditable(model.editable()));
    model.comparisonProperty().subscribe(this::compare);
    model
        .leavingProperty()
        .subscribe(
            leaving -> {
              if (!leaving && getScene() != null) {
                toText();
              }
            });
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private void key(KeyEvent event) {
    if (SAVE.match(event)) {
      model.save();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      escape();
    } else if (event.getCode() == KeyCode.F8) {
      problems.walk(event.isShiftDown() ? -1 : 1);
    } else {
      return;
    }
    event.consume();
  }

  private void escape() {
    if (model.leavingProperty().get()) {
      model.stay();
    } else if (model.comparisonProperty().get().isPresent()) {
      model.compare();
    } else if (!editor.escape()) {
      model.close();
    }
  }

  private HBox header(Consumer<Path> elsewhere) {
    Button back = Nodes.iconButton("close-editor", Feather.ARROW_LEFT, "Close (Esc)");
    back.setOnAction(event -> model.close());
    Label name = Nodes.label(model.name(), "title");
    name.setId("editor-file");
    name.setTooltip(new Tooltip(model.file().toString()));
    name.setMinWidth(120);
    name.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
    Label state = Nodes.chip("");
    state.setId("editor-state");
    Runnable say =
        () -> {
          boolean edited = model.editedProperty().get();
          state.setText(edited ? "Not saved" : model.stateProperty().get());
          state.getStyleClass().removeAll("chip-edited");
          if (edited) {
            state.getStyleClass().add("chip-edited");
          }
          Nodes.show(state, !state.getText().isEmpty());
        };
    model.editedProperty().subscribe(now -> say.run());
    model.stateProperty().subscribe(now -> say.run());
    Button revert = Nodes.button("revert-file", "Revert", "flat");
    revert.setTooltip(new Tooltip("Go back to what is saved; Ctrl-Z brings the edits back"));
    revert.setOnAction(event -> model.revert());
    revert.disableProperty().bind(model.editedProperty().not());
    Button own = Nodes.iconButton("open-elsewhere", Feather.EXTERNAL_LINK, "Open in my own editor");
    own.setOnAction(event -> elsewhere.accept(model.file()));
    Button save = Nodes.button("save-file", "Save", "accent");
    save.setTooltip(new Tooltip("Save (Ctrl-S)"));
    save.setOnAction(event -> model.save());
    save.disableProperty().bind(model.editedProperty().not());
    Label git = git();
    // Where room is short, this goes first, and the file's name last.
    HBox.setHgrow(git, Priority.ALWAYS);
    HBox header = new HBox(back, name, state, git, Nodes.spacer(), revert, own, save);
    header.getStyleClass().addAll("page-title", "editor-title");
    return header;
  }

  private Label git() {
    Label git = Nodes.label("", "muted", "git-words");
    git.setId("editor-git");
    git.setGraphic(new FontIcon(Feather.GIT_COMMIT));
    git.setMinWidth(0);
    model.until(
        source
            .git()
            .subscribe(
                facts -> {
                  String words = facts.of(model.file()).map(GitFacts::words).orElse("");
                  git.setText(words);
                  git.setTooltip(words.isEmpty() ? null : new Tooltip(words));
                  Nodes.show(git, !words.isEmpty());
                }));
    return git;
  }

  private HBox statusLine() {
    Label sound = Nodes.label("", "muted");
    sound.setId("editor-sound");
    Runnable say =
        () ->
            sound.setText(
                model.checks().waitingProperty().get()
                    ? "Reading…"
                    : problems.isEmpty() && model.usable() ? "No problems" : "");
    model.checks().waitingProperty().subscribe(now -> say.run());
    model.checks().resultProperty().subscribe(now -> say.run());
    Label place = Nodes.label("", "muted");
    place.setId("editor-place");
    place.textProperty().bind(editor.placeProperty());
    place.visibleProperty().bind(editor.visibleProperty());
    Label form = Nodes.label("", "muted");
    form.setId("editor-form");
    model
        .openedProperty()
        .subscribe(
            now ->
                form.setText(
                    now.map(
                            file ->
                                (large ? "" : editor.indentationWords() + " · ")
                                    + file.ends().words()
                                    + " · "
                                    + file.encoding().words())
                        .orElse("")));
    HBox line = new HBox(sound, Nodes.spacer(), place, form);
    line.getStyleClass().add("status-line");
    return line;
  }

  private void opened(SourceFile file) {
    large = Limits.isLarge(file);
    Nodes.show(editor, !large);
    Nodes.show(reader, large);
    if (large) {
      reader.show(file.text());
    }
    if (getScene() != null) {
      toText();
    }
  }

  private void compare(Optional<Comparison> comparison) {
    comparison.ifPresent(
        two ->
            changes.show(new DiffSide("on disk", two.onDisk()), new DiffSide("here", two.here())));
    boolean shown = texts.equals(getCenter());
    if (comparison.isPresent() && shown) {
      setCenter(split);
      split.getItems().setAll(texts, changes);
      split.setDividerPositions(0.5);
    } else if (comparison.isEmpty() && !shown) {
      split.getItems().clear();
      setCenter(texts);
    }
  }

  /** Brings the keyboard to the text. */
  public void toText() {
    if (large) {
      reader.toText();
    } else {
      editor.toText();
    }
  }

  /** The text, in whichever of the two it is shown. */
  private final class Text implements EditorText {
    @Override
    public String text() {
      return large ? reader.text() : editor.text();
    }

    @Override
    public void show(String text, boolean undoable) {
      if (large) {
        reader.show(text);
      } else {
        editor.show(text, undoable);
      }
    }

    @Override
    public void reveal(int line) {
      if (large) {
        reader.reveal(line);
      } else {
        editor.reveal(line);
      }
    }
  }
}
