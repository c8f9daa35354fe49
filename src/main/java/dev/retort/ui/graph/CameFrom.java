package dev.retort.ui.graph;

import dev.retort.engine.Project;
import dev.retort.engine.Retort;
import dev.retort.engine.journal.JournalEntry;
import dev.retort.problem.RetortException;
import dev.retort.revision.RevisionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the log of runs on this machine says: from which revisions a revision was reached. */
final class CameFrom {
  private CameFrom() {}

  /** Reads the log; blocks. The last run counts. */
  static Map<RevisionId, List<RevisionId>> log(Retort retort, Project project) {
    Map<RevisionId, List<RevisionId>> found = new HashMap<>();
    try {
      for (JournalEntry entry : retort.log().entries()) {
        if (entry.where().project().equals(project.root().toString())) {
          List<RevisionId> from = entry.what().from().stream().map(RevisionId::new).toList();
          entry.what().to().forEach(to -> found.put(new RevisionId(to), from));
        }
      }
    } catch (RetortException unreadable) {
      // Only where a row is drawn depends on it; whoever asks for the log itself is told.
      return Map.of();
    }
    return found;
  }
}
