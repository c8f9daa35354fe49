package dev.retort.ui.editor;

import dev.retort.engine.edit.SourceFile;
import java.nio.file.Path;
import java.util.Optional;

/** How the file on disk stands to the one that was opened. */
sealed interface OnDisk {

  /** As it was opened or saved last. */
  record AsOpened() implements OnDisk {}

  /** Changed by somebody else while there are edits here. */
  record Changed(SourceFile now) implements OnDisk {}

  /**
   * Not there any more.
   *
   * @param moved the file that has the same revision now
   */
  record Gone(Optional<Path> moved) implements OnDisk {}
}
