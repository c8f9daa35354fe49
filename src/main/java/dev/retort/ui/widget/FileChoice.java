package dev.retort.ui.widget;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Asks where a file is to be written; empty if nowhere. */
public interface FileChoice {

  /** Proposes a name. */
  Optional<Path> choose(String title, String name, Window owner);
}
