package dev.retort.plan;

import dev.retort.revision.RevisionId;
import java.util.List;

/**
 * Which revisions a command goes through, before their statements are looked at.
 *
 * @param steps in the order in which they run
 * @param notes what is unusual about the way
 */
record Route(List<RevisionId> steps, List<Note> notes) {

  Route {
    steps = List.copyOf(steps);
    notes = List.copyOf(notes);
  }
}
