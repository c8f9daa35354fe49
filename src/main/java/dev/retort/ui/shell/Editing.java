package dev.retort.ui.shell;

import java.nio.file.Path;

/** Whoever can open a file of the project to be edited. */
@FunctionalInterface
interface Editing {

  /** Opens a file at a line, 1-based; 0 for wherever. */
  void edit(Path file, int line);
}
