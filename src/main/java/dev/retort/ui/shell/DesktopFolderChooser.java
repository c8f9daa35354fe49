package dev.retort.ui.shell;

import dev.retort.ui.widget.FolderChooser;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

/** Asks for a folder with the desktop's own dialog. */
final class DesktopFolderChooser implements FolderChooser {

  @Override
  public Optional<Path> choose(String title, Window owner) {
    DirectoryChooser dialog = new DirectoryChooser();
    dialog.setTitle(title);
    return Optional.ofNullable(dialog.showDialog(owner)).map(File::toPath);
  }
}
