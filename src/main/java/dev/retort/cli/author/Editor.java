package dev.retort.cli.author;

import dev.retort.cli.base.UsageException;
import dev.retort.engine.edit.UserEditor;
import dev.retort.profile.UserContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The user's own editor, as git finds it: {@code $VISUAL}, then {@code $EDITOR}. */
final class Editor {
  private final UserEditor own;
  private final Path directory;

  Editor(UserContext user, Path directory) {
    this.own = new UserEditor(user);
    this.directory = directory;
  }

  /** Opens files and waits until the editor has ended. */
  void open(List<Path> files) {
    String editor =
        own.named()
            .orElseThrow(
                () ->
                    new UsageException(
                        "Neither $VISUAL nor $EDITOR says which editor to use.",
                        "Set one of them, or open the file yourself: " + files.getFirst() + "."));
    int status = run(own.command(editor, files), editor);
    if (status != 0) {
      throw new UsageException(
          "The editor (" + editor + ") ended with status " + status + ".",
          "Check $VISUAL and $EDITOR.");
    }
  }

  private int run(List<String> command, String editor) {
    try {
      return new ProcessBuilder(command)
          .directory(directory.toFile())
          .inheritIO()
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UsageException(
          "The editor (" + editor + ") cannot be started: " + e.getMessage() + ".",
          "Check $VISUAL and $EDITOR.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UsageException("The wait for the editor was interrupted.", "");
    }
  }
}
