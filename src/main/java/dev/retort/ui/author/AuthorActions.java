package dev.retort.ui.author;

import dev.retort.revision.RevisionId;
import java.nio.file.Path;
import java.util.List;

/** What follows when a page of this package is done with. */
public interface AuthorActions {

  /** The page is left, and nothing was written. */
  void leave();

  /**
   * Files were written, and the page is left.
   *
   * @param words what was done, in a sentence
   * @param select the revision to be shown
   */
  void written(String words, List<Path> files, RevisionId select);
}
