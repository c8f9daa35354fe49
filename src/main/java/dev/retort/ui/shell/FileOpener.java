package dev.retort.ui.shell;

import dev.retort.engine.edit.UserEditor;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Opens files in the user's own editor, or with whatever the desktop opens such files with. */
final class FileOpener {
  private final UserEditor editor;
  private final Background background;
  private final Consumer<String> say;

  /**
   * An opener.
   *
   * @param say takes a sentence about what did not work
   */
  FileOpener(ProjectSession session, Background background, Consumer<String> say) {
    this.editor = new UserEditor(session.retort().surroundings().user());
    this.background = background;
    this.say = say;
  }

  /** Opens a file; what does not work is said. */
  void open(Path file) {
    background.run(
        () -> editor.openInWindow(file),
        opened -> {},
        problem ->
            say.accept(
                "%s cannot be opened: %s.".formatted(file.getFileName(), problem.getMessage())));
  }
}
