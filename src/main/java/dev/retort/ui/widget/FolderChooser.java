package dev.retort.ui.widget;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Asks for a folder; the desktop's own dialog in the client. */
@FunctionalInterface
public interface FolderChooser {

  /**
   * Shows the question and waits for its answer. Toolkit's thread.
   *
   * @param title what the folder is for
   * @return empty if none was chosen
   */
  Optional<Path> choose(String title, Window owner);
}
