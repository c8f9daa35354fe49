package dev.retort.ui.drift;

import dev.retort.revision.RevisionId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where one goes from here. */
public interface DriftActions {

  /**
   * Reviews a stamp that leaves these rows and no others.
   *
   * @param heads none for an empty version table
   */
  void stamp(List<RevisionId> heads);

  /** Shows a revision in the graph. */
  void select(RevisionId revision);

  /** Asks where a file is to be written. */
  Optional<Path> chooseFile(String title, String name);
}
