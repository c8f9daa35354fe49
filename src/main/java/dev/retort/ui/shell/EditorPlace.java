package dev.retort.ui.shell;

import dev.retort.engine.Project;
import dev.retort.ui.editor.EditorModel;
import dev.retort.ui.editor.EditorSource;
import dev.retort.ui.editor.EditorView;
import dev.retort.ui.editor.SessionEditorSource;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/**
 * The one editor there is at a time: opened over the other views, and not taken away before it is
 * decided what becomes of its edits.
 */
final class EditorPlace implements Editing {
  private final EditorSource source;
  private final Background background;
  private final FileOpener opener;
  private final Consumer<Node> show;
  private final Runnable back;
  private Optional<Open> open = Optional.empty();

  /** An editor on the screen. */
  private record Open(EditorModel model, EditorView view) {}

  /**
   * A place without an editor.
   *
   * @param say takes a sentence about what did not work while there is no editor to say it
   * @param show puts the editor on the screen
   * @param back brings back what was there before
   */
  EditorPlace(
      ProjectSession session,
      Background background,
      Consumer<String> say,
      Consumer<Node> show,
      Runnable back) {
    this.source = new SessionEditorSource(session);
    this.background = background;
    this.opener =
        new FileOpener(
            session,
            background,
            words -> open.ifPresentOrElse(one -> one.model().say(words), () -> say.accept(words)));
    this.show = show;
    this.back = back;
    session
        .projectProperty()
        .map(project -> project.map(Project::root))
        .addListener((observable, before, now) -> otherProject(before, now));
  }

  @Override
  public void edit(Path file, int line) {
    Path wanted = file.toAbsolutePath().normalize();
    if (!wanted.toString().endsWith(".sql")) {
      opener.open(wanted);
      return;
    }
    Optional<Open> same = open.filter(one -> one.model().file().equals(wanted));
    if (same.isPresent()) {
      show.accept(same.get().view());
      same.get().model().reveal(Math.max(1, line));
    } else {
      leave(() -> begin(wanted, line));
    }
  }

  private void begin(Path file, int line) {
    end();
    EditorModel model =
        new EditorModel(
            source,
            background,
            file,
            () -> {
              end();
              back.run();
            });
    EditorView view =
        new EditorView(model, source, background, opener::open, other -> edit(other, 0));
    open = Optional.of(new Open(model, view));
    show.accept(view);
    view.toText();
    model.open(line);
  }

  /** Does something once the editor, if there is one, may go. */
  void leave(Runnable then) {
    if (open.isEmpty()) {
      then.run();
      return;
    }
    open.get()
        .model()
        .leave(
            () -> {
              end();
              then.run();
            });
    if (open.isPresent()) {
      show.accept(open.get().view());
    }
  }

  /** Whether there is something that a closing window would lose. */
  boolean holdsEdits() {
    return open.filter(one -> one.model().editedProperty().get()).isPresent();
  }

  /** Looks whether the file was changed by somebody else. */
  void lookAtDisk() {
    open.ifPresent(one -> one.model().lookAtDisk());
  }

  /** What is not saved of another project's file has been kept, and is offered there again. */
  private void otherProject(Optional<Path> before, Optional<Path> now) {
    if (open.isPresent() && before.isPresent() && !before.equals(now)) {
      end();
      back.run();
    }
  }

  private void end() {
    open.ifPresent(one -> one.model().end());
    open = Optional.empty();
  }
}
