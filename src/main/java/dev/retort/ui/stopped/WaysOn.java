package dev.retort.ui.stopped;

import dev.retort.plan.resume.Choice;
import dev.retort.revision.RevisionId;

/** What can be asked for where a step stopped midway; each leads to a review, or to a target. */
public interface WaysOn {

  /** Go on with it. */
  void resume(Choice choice);

  /** Take away what is half made. */
  void cleanUp();

  /** Say where the database really is. */
  void stamp(RevisionId suggested);
}
