package dev.retort.ui.shell;

import dev.retort.ui.widget.FileChoice;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks where to write with the desktop's own dialog, which also asks before it overwrites. */
final class DesktopFileChoice implements FileChoice {

  @Override
  public Optional<Path> choose(String title, String name, Window owner) {
    FileChooser dialog = new FileChooser();
    dialog.setTitle(title);
    dialog.setInitialFileName(name);
    return Optional.ofNullable(dialog.showSaveDialog(owner)).map(File::toPath);
  }
}
