package dev.retort.engine.seen;

import dev.retort.revision.RevisionId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * When a few revisions were last run, out of a record that may have megabytes: its lines are told
 * apart by how they begin and end, and only one that somebody is to hear of is read. Immutable.
 */
public final class LastRuns {
  private final Map<String, RevisionId> subjects;
  private final Map<String, String> lines = new HashMap<>();

  private LastRuns(Map<String, RevisionId> subjects) {
    this.subjects = subjects;
  }

  /**
   * The runs of some revisions.
   *
   * @param record lines in the order in which they were written, the first perhaps torn
   */
  static LastRuns of(String record, Collection<RevisionId> wanted) {
    Map<String, RevisionId> subjects = HashMap.newHashMap(wanted.size() * 2);
    for (RevisionId id : wanted) {
      subjects.put(SeenLines.ranSubject(id, Section.UPGRADE), id);
      subjects.put(SeenLines.ranSubject(id, Section.DOWNGRADE), id);
    }
    LastRuns runs = new LastRuns(subjects);
    int from = 0;
    while (from < record.length()) {
      int end = record.indexOf('\n', from);
      end = end < 0 ? record.length() : end;
      runs.take(record, from, end);
      from = end + 1;
    }
    return runs;
  }

  private void take(String record, int from, int end) {
    int subject = record.indexOf(SeenLines.AFTER_SUBJECT, from);
    if (subject >= 0 && subject < end) {
      String key = record.substring(from, subject);
      if (subjects.containsKey(key)) {
        lines.put(key, record.substring(from, end));
      }
    }
  }

  /**
   * The run that a revision which is applied stems from, if that ran another text.
   *
   * @param hash the name of the text that its upgrade has now
   */
  public Optional<Sighting> ofAnother(RevisionId revision, String hash) {
    String line = lines.get(SeenLines.ranSubject(revision, Section.UPGRADE));
    if (line == null || line.contains(hash)) {
      return Optional.empty();
    }
    Optional<Sighting> undone =
        Optional.ofNullable(lines.get(SeenLines.ranSubject(revision, Section.DOWNGRADE)))
            .flatMap(SeenLines::sighting);
    return SeenLines.sighting(line)
        .filter(up -> undone.filter(down -> down.at().isAfter(up.at())).isEmpty());
  }
}
